import { expect, test } from 'vitest'
import type { Job } from '@/api/types'
import { jobTone, placeOf, remainingKey } from './job'

const job = (some: Partial<Job>): Job => ({
  id: 'a',
  kind: 'roster',
  organization: { code: 'ROOT', name: '市直机关工委' },
  subject: {},
  state: 'running',
  done: 0,
  failed: 0,
  startedAt: '2026-11-23T06:00:00Z',
  counts: {},
  cancellable: true,
  mine: true,
  ...some,
})

test('the time left is told no finer than it is known', () => {
  const said = (seconds: number) => Object.values(remainingKey(seconds)).join(' ')
  expect([0, 11, 49, 50, 89, 3299, 3300, 9000].map(said)).toEqual([
    'job.left.seconds 10',
    'job.left.seconds 20',
    'job.left.seconds 50',
    'job.left.minutes 1',
    'job.left.minutes 1',
    'job.left.minutes 55',
    'job.left.hours 1',
    'job.left.hours 3',
  ])
})

test('a job that ended with failed rows is not simply good', () => {
  expect(jobTone(job({ state: 'done' }))).toBe('good')
  expect(jobTone(job({ state: 'done', failed: 3 }))).toBe('warn')
  expect(jobTone(job({ state: 'failed' }))).toBe('bad')
})

test('a job leads to what it works on', () => {
  expect(placeOf(job({ subject: { campaign: 'C-1' } }))).toBe('/campaigns/C-1')
  expect(placeOf(job({ kind: 'reports-import', subject: { import: 'i' } }))).toBe('/jobs/imports/i')
  expect(placeOf(job({ kind: 'export', subject: { table: 'slots' } }))).toBeUndefined()
})
