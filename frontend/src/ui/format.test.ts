import { expect, test } from 'vitest'
import { dueKey } from './due'
import { count, daysTo, headline, moment, rate, size, useZone } from './format'

test('a rate over nothing is a dash, and short of all never reads as all', () => {
  expect(rate(0, 0)).toBe('–')
  expect(rate(8, 9)).toBe('88.9 %')
  expect(rate(9, 9)).toBe('100 %')
  expect(rate(99_999, 100_000)).toBe('99.9 %')
})

test('moments are written in the archive’s zone, whatever the machine’s', () => {
  useZone('Asia/Shanghai')
  expect(moment('2026-11-23T16:05:00Z')).toBe('2026-11-24 00:05')
  expect(moment('2026-11-23T16:05:09Z', true)).toBe('2026-11-24 00:05:09')
  useZone('UTC')
  expect(moment('2026-11-23T16:05:00Z')).toBe('2026-11-23 16:05')
  expect(moment(undefined)).toBe('–')
})

test('sizes', () => {
  expect([999, 1200, 28_672, 209_715_200].map(size)).toEqual(['999 B', '1.2 kB', '28 kB', '200 MB'])
  expect(count(1234567)).toBe('1,234,567')
})

test('due dates in days', () => {
  expect(dueKey(3, false)).toEqual({ key: 'due.left', days: 3 })
  expect(dueKey(0, false)).toEqual({ key: 'due.today', days: 0 })
  expect(dueKey(-2, true)).toEqual({ key: 'due.late', days: 2 })
  expect(dueKey(undefined, false).key).toBe('due.open')
})

test('days from one day to another, and the beginning of a long text', () => {
  expect(daysTo('2026-03-01', '2026-02-27')).toBe(2)
  expect(daysTo('2026-02-27', '2026-03-01')).toBe(-2)
  expect(headline('学习不深入。没有联系实际。也不持久。')).toBe('学习不深入。没有联系实际')
  expect(headline('有的党员干部在思想上没有真正做到刀刃向内。还有。')).toBe(
    '有的党员干部在思想上没有真正做到刀刃向内',
  )
  expect(headline('一二三四五六', 4)).toBe('一二三四…')
})
