import { expect, test } from 'vitest'
import type { Obligation, Upload } from '@/api/types'
import { guessDate, guessSlot, guessTitle } from './guess'

const upload = (name: string, excerpt = '', title?: string) => ({ name, excerpt, title }) as Upload
const owed = (documentType: string, documentName: string, state = 'missing') =>
  ({ campaign: 'C', period: '2026', documentType, documentName, state }) as Obligation

const all = [
  owed('SELF-EXAM', '班子对照检查材料'),
  owed('RECTIFY', '整改方案/台账'),
  owed('IMPLEMENT', '整改落实情况报告'),
]

test('the slot is guessed by the words of name and title', () => {
  expect(guessSlot(all, upload('扫描.pdf', '肃清流毒影响专题组织生活会对照检查材料\n根据'))).toBe(
    'C|SELF-EXAM|2026',
  )
  expect(guessSlot(all, upload('整改台账.docx'))).toBe('C|RECTIFY|2026')
  expect(guessSlot(all, upload('整改落实情况.docx'))).toBe('C|IMPLEMENT|2026')
})

test('what can’t be told is not guessed, unless only one is owed', () => {
  expect(guessSlot(all, upload('a.pdf'))).toBe('')
  const one = [owed('MEETING', '会议情况报告'), owed('PLAN', '方案', 'delivered')]
  expect(guessSlot(one, upload('a.pdf'))).toBe('C|MEETING|2026')
})

test('the title is the first line, where that reads as one', () => {
  expect(guessTitle(upload('x.txt', '关于某事的报告\n正文'))).toBe('关于某事的报告')
  expect(guessTitle(upload('情况.docx', '根据要求，我们开展了工作。\n', '标题'))).toBe('标题')
  expect(guessTitle(upload('情况.docx', '根据要求，我们开展了工作。'))).toBe('情况')
})

test('the date is that of the sign-off', () => {
  expect(guessDate('2020年1月1日发文\n正文\n某支部\n2023年8月15日\n')).toBe('2023-08-15')
  expect(guessDate('正文\n二〇二三年十二月二十一日')).toBe('2023-12-21')
  expect(guessDate('正文\n（2023.8.5）')).toBe('2023-08-05')
  expect(guessDate('会议于2023年8月15日召开。')).toBe('')
})
