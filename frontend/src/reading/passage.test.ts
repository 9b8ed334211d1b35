import { expect, test } from 'vitest'
import { isCut, pieces } from './passage'

const side = (text: string, start: number, same: { start: number; end: number }[]) => ({
  role: 'problems',
  start,
  end: start + text.length,
  text,
  same,
})

test('what stands on both sides is cut out of a passage, by offsets of the report', () => {
  const cut = pieces(
    side('abcdef', 100, [
      { start: 101, end: 103 },
      { start: 105, end: 106 },
    ]),
  )
  expect(cut).toEqual([
    { text: 'a', same: false },
    { text: 'bc', same: true },
    { text: 'de', same: false },
    { text: 'f', same: true },
  ])
  expect(cut.map(({ text }) => text).join('')).toBe('abcdef')
})

test('ranges beyond the words are cut with them', () => {
  expect(pieces(side('abc', 0, [{ start: 1, end: 9 }]))).toEqual([
    { text: 'a', same: false },
    { text: 'bc', same: true },
  ])
  expect(isCut({ ...side('abc', 0, []), end: 9 })).toBe(true)
  expect(isCut(side('abc', 0, []))).toBe(false)
})
