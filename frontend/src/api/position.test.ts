import { afterEach, expect, test, vi } from 'vitest'
import { atLastWrite, notePosition } from './position'
import { problemOf } from './problem'

const asked = async () => {
  const seen: (number | undefined)[] = []
  await atLastWrite(async (position) => seen.push(position))
  return seen[0]
}

afterEach(() => {
  sessionStorage.clear()
  vi.useRealTimers()
})

test('what a tab wrote last is waited for, for a minute, even when the page is loaded anew', async () => {
  vi.useFakeTimers()
  expect(await asked()).toBeUndefined()
  notePosition('41')
  notePosition(null)
  expect(await asked()).toBe(41)
  vi.resetModules()
  const anew = await import('./position')
  expect(await anew.atLastWrite(async (position) => position)).toBe(41)
  vi.advanceTimersByTime(60_000)
  expect(await asked()).toBeUndefined()
})

test('an index that is too far behind is read as it is, and not waited for again', async () => {
  notePosition('41')
  const read = vi.fn(async (position?: number) => {
    if (position !== undefined) throw problemOf(503, { code: 'not-caught-up' })
    return 'what there is'
  })
  expect(await atLastWrite(read)).toBe('what there is')
  expect(await asked()).toBeUndefined()
})

test('another failure is nothing to ask again for', async () => {
  notePosition('41')
  await expect(
    atLastWrite(() => Promise.reject(problemOf(503, { code: 'index-unavailable' }))),
  ).rejects.toThrow()
  expect(await asked()).toBe(41)
})
