import { expect, test } from 'vitest'
import { aligned, deadline, grown } from './curve'

const curve = {
  expected: 10,
  arrived: [
    { day: '2026-03-30', count: 2 },
    { day: '2026-04-01', count: 3 },
  ],
  due: [
    { day: '2026-01-31', count: 4 },
    { day: '2026-03-31', count: 6 },
  ],
}

test('a curve grows from nothing', () => {
  expect(grown(curve)).toEqual([
    ['2026-03-29', 0],
    ['2026-03-30', 2],
    ['2026-04-01', 5],
  ])
  expect(grown({ expected: 3, arrived: [], due: [] })).toEqual([])
})

test('the deadline is the day on which most is due, and curves are laid over each other by it', () => {
  expect(deadline(curve)).toBe('2026-03-31')
  expect(deadline({ expected: 0, arrived: [], due: [] })).toBeUndefined()
  expect(aligned([['2025-03-29', 1]], '2026-03-31', '2025-03-30')).toEqual([['2026-03-30', 1]])
  expect(aligned([['2025-03-29', 1]], undefined, '2025-03-30')).toEqual([['2025-03-29', 1]])
})
