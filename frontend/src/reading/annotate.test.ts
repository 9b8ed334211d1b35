import { expect, test } from 'vitest'
import type { ReadStructure } from '@/api/types'
import { annotate } from './annotate'

const nothing: ReadStructure = {
  kind: 'other',
  aspects: [],
  sections: [],
  items: [],
  problems: [],
  causes: [],
  measures: [],
  dueDates: [],
  tables: [],
  placeholders: [],
  attachments: [],
  contents: [],
  unclassified: [],
  findings: [],
}

test('no character is lost, and each stretch says what it is', () => {
  const text = '一、问题\n（一）甲方面。某某XX不实'
  const stretches = annotate(text, {
    ...nothing,
    sections: [{ role: 'problems', heading: '问题', start: 0, end: 19, bodyStart: 5 }],
    items: [{ section: 0, level: 1, label: '（一）', start: 5, end: 19, bodyStart: 12 }],
    placeholders: [{ text: 'XX', start: 14, end: 16 }],
    findings: [{ code: 'placeholder', severity: 'warn', start: 14, end: 16, args: {} }],
  })
  expect(stretches.map((one) => one.text).join('')).toBe(text)
  expect(stretches[0]).toEqual({ start: 0, text: '一、问题\n', marks: ['heading'], role: 'problems' })
  expect(stretches.find(({ start }) => start === 14)?.marks).toEqual(['placeholder', 'finding'])
})

test('a range beyond the text is left out', () => {
  expect(annotate('甲', { ...nothing, placeholders: [{ text: 'XX', start: 5, end: 7 }] })).toEqual([
    { start: 0, text: '甲', marks: [] },
  ])
  expect(annotate('', nothing)).toEqual([])
})
