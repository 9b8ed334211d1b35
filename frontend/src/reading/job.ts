import type { Job } from '@/api/types'
import type { Tone } from '@/ui/state'

const tones: Record<Job['state'], Tone> = {
  waiting: 'plain',
  running: 'warn',
  done: 'good',
  failed: 'bad',
  cancelled: 'plain',
}

/** Of a job; one that ended with some of its rows failed asks for something to be done. */
export const jobTone = ({ state, failed }: Job): Tone =>
  state === 'done' && failed > 0 ? 'warn' : tones[state]

/** Words about the time that is left, told no finer than it is known. */
export function remainingKey(seconds: number): { key: string; n: number } {
  if (seconds < 50) return { key: 'job.left.seconds', n: Math.max(10, Math.ceil(seconds / 10) * 10) }
  if (seconds < 55 * 60) return { key: 'job.left.minutes', n: Math.max(1, Math.round(seconds / 60)) }
  return { key: 'job.left.hours', n: Math.max(1, Math.round(seconds / 3600)) }
}

/** Where what a job works on is seen. */
export function placeOf({ kind, subject }: Job): string | undefined {
  if (kind === 'roster' && subject.campaign) return `/campaigns/${subject.campaign}`
  if (kind === 'reports-import' && subject.import) return `/jobs/imports/${subject.import}`
  if (kind === 'register-import' && subject.import) return `/rectifications/imports/${subject.import}`
  return { rebuild: '/system', 'organizations-import': '/organizations' }[kind]
}
