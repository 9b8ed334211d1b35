import { expect, test } from 'vitest'
import { daysSince, dueOf } from './itemRow'

test('an item is late only once its last day is over, and never once it is settled', () => {
  const due = '2026-11-30'
  expect(dueOf({ due, state: 'open' }, '2026-11-30')).toMatchObject({ key: 'due.today', late: false })
  expect(dueOf({ due, state: 'returned' }, '2026-12-03')).toMatchObject({
    key: 'due.late',
    days: 3,
    late: true,
  })
  expect(dueOf({ due, state: 'in-progress' }, '2026-11-20')).toMatchObject({ key: 'due.left', days: 10 })
  expect(dueOf({ due, state: 'closed' }, '2026-12-03')).toBeUndefined()
  expect(dueOf({ state: 'open' }, '2026-12-03')).toBeUndefined()
})

test('days are whole, and never less than none', () => {
  const now = Date.parse('2026-11-30T12:00:00Z')
  expect(daysSince('2026-11-29T13:00:00Z', now)).toBe(0)
  expect(daysSince('2026-11-20T12:00:00Z', now)).toBe(10)
  expect(daysSince('2026-12-20T12:00:00Z', now)).toBe(0)
})
