import type { Outcome } from '@/api/imports'
import type { ReportImport } from '@/api/types'
import type { Tone } from '@/ui/state'

const phases: Record<ReportImport['phase'], Tone> = {
  checking: 'warn',
  checked: 'plain',
  running: 'warn',
  done: 'good',
}
export const phaseTone = ({ phase, counts, problem }: ReportImport): Tone =>
  problem ? 'bad' : phase === 'done' && counts.failed > 0 ? 'warn' : phases[phase]

const outcomes: Record<Outcome, Tone> = {
  ready: 'plain',
  refused: 'bad',
  filed: 'good',
  already: 'plain',
  failed: 'bad',
  unchecked: 'warn',
}
export const outcomeTone = (outcome: Outcome): Tone => outcomes[outcome]
