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

test('an item is named as the template does, where its words are others', () => {
  const text = '（一）在学习方面。（二）乙方面。'
  const items = [
    { section: 0, level: 1, label: '（一）', aspect: '学习', start: 0, end: 9, bodyStart: 9 },
    { section: 0, level: 1, label: '（二）', aspect: '乙', start: 9, end: 16, bodyStart: 16 },
  ]
  const aspects = ['理论学习', '乙'].map((name) => ({ name, announced: false, found: [] }))
  const named = [0, 1].map((n) => ({ item: n, aspect: n }))
  const template = { version: 1, aspects, own: [], items: named, checks: [] }
  const stretches = annotate(text, { ...nothing, items, template })
  expect(stretches.map(({ aspect }) => aspect)).toEqual(['理论学习', undefined])
})
