import { expect, test } from 'vitest'
import type { Obligation, ReadStructure, Upload } from '@/api/types'
import { guessDate, guessSlot, guessTitle } from './guess'

const upload = (name: string, title?: string) => ({ name, title }) as Upload
const read = (kind: string, title?: string, date?: string) =>
  ({
    kind,
    ...(title ? { title: { text: title, start: 0, end: 1 } } : {}),
    ...(date ? { date: { value: date, text: date, start: 0, end: 1 } } : {}),
  }) as ReadStructure
const owed = (documentType: string, documentName: string, state = 'missing') =>
  ({ campaign: 'C', period: '2026', documentType, documentName, state }) as Obligation

const all = [
  owed('SELF-EXAM', '班子对照检查材料'),
  owed('RECTIFY', '整改方案/台账'),
  owed('IMPLEMENT', '整改落实情况报告'),
]

test('the slot is guessed by what the document is, then by the words of name and title', () => {
  expect(guessSlot(all, upload('扫描.pdf'), read('self-examination'))).toBe('C|SELF-EXAM|2026')
  expect(guessSlot(all, upload('a.docx'), read('implementation'))).toBe('C|IMPLEMENT|2026')
  expect(guessSlot(all, upload('某支部班子对照检查材料.docx'))).toBe('C|SELF-EXAM|2026')
})

test('what can’t be told is not guessed, unless only one is owed', () => {
  expect(guessSlot(all, upload('a.pdf'), read('other'))).toBe('')
  const one = [owed('MEETING', '会议情况报告'), owed('PLAN', '方案', 'delivered')]
  expect(guessSlot(one, upload('a.pdf'))).toBe('C|MEETING|2026')
})

test('the title and the date are those that were read', () => {
  expect(guessTitle(upload('x.txt', '第一行'), read('other', '关于某事的报告'))).toBe('关于某事的报告')
  expect(guessTitle(upload('情况.docx', '标题'))).toBe('标题')
  expect(guessTitle(upload('情况.docx'))).toBe('情况')
  expect(guessDate(read('other', '甲', '2023-08-15'))).toBe('2023-08-15')
  expect(guessDate(read('other'))).toBe('')
})
