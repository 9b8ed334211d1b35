import { expect, test } from 'vitest'
import type { Suggestions } from '@/api/types'
import { suggestedOf } from './suggested'

const one = (value: string) => ({ value, confidence: 'high' as const, reasons: [] })

test('what was suggested goes along; what was not is left out', () => {
  const found = {
    reader: '2',
    organization: one('C01'),
    title: one('题名'),
    date: one('2026-08-15'),
  } as unknown as Suggestions
  expect(suggestedOf(found)).toEqual({
    suggested: { reader: '2', organization: 'C01', title: '题名', date: '2026-08-15' },
  })
  expect(suggestedOf(found, 'B1').suggested?.organization).toBe('B1')
  expect(suggestedOf(undefined)).toEqual({})
})
