import { describe, expect, it } from 'vitest'
import type { Campaign } from '@/api/types'
import { draftFrom, draftOf, emptyDraft, formOf, lacking, line, previewOf } from './form'

const campaign = {
  code: 'ZZSHH-2026',
  name: '2026 年度专题组织生活会',
  period: '2026',
  state: 'draft',
  target: 'ROOT',
  targets: [
    { code: 'C01', name: '甲委' },
    { code: 'C02', name: '乙委' },
  ],
  leftOut: [{ code: 'C03', name: '丙委' }],
  leftOutAlone: [],
  levels: [3],
  types: ['branch'],
  acceptance: [1, 2],
  documents: [
    { type: 'PLAN', name: '方案', period: '2026', due: '2026-03-01', required: false },
    {
      type: 'MEETING',
      name: '会议情况报告',
      period: '2026',
      afterMeeting: { days: 10, working: true },
      required: true,
    },
  ],
  revision: 4,
  administered: true,
  overseen: true,
} as unknown as Campaign

describe('a draft', () => {
  it('comes back as it was sent', () => {
    const form = formOf(draftOf(campaign))
    expect(form).toMatchObject({
      code: 'ZZSHH-2026',
      period: '2026',
      target: 'ROOT',
      targets: ['C01', 'C02'],
      leftOut: ['C03'],
      leftOutAlone: [],
      levels: [3],
      types: ['branch'],
      acceptance: [1, 2],
      replaces: 4,
    })
    expect(form.documents).toEqual([
      { type: 'PLAN', name: '方案', period: '2026', due: '2026-03-01', required: false },
      {
        type: 'MEETING',
        name: '会议情况报告',
        period: '2026',
        afterMeeting: { days: 10, working: true },
        required: true,
      },
    ])
  })

  it('that asks everybody below its target marks nobody', () => {
    const all = { ...campaign, targets: [{ code: 'ROOT', name: '根' }] }
    expect(draftOf(all as Campaign).marks).toEqual({ C03: 'out' })
  })

  it('is counted before everything is filled in', () => {
    const draft = emptyDraft('ROOT', '2026')
    expect(previewOf(emptyDraft('', '2026'))).toBeUndefined()
    draft.lines = [line({ type: 'PLAN', name: '方案', due: '2026-03-01' }), line()]
    const preview = previewOf(draft)
    expect(preview?.code).toBe('PREVIEW')
    expect(preview?.documents).toHaveLength(1)
  })

  it('says what each step lacks', () => {
    const draft = emptyDraft('ROOT', '2026')
    expect(lacking(draft, 1)).toEqual(['campaigns.needName', 'campaigns.needCode'])
    expect(lacking(draft, 2)).toEqual([])
    expect(lacking(draft, 3)).toEqual(['campaigns.needDocument'])
    draft.lines = [
      line({ type: 'plan', name: '方案', due: '2026-03-01' }),
      line({ type: 'PLAN', name: '方案', due: '2026-03-01' }),
    ]
    expect(lacking(draft, 3)).toEqual(['campaigns.needOnce'])
    draft.lines = [line({ type: 'PLAN', name: '方案', rule: 'working', days: 400 })]
    expect(lacking(draft, 3)).toEqual(['campaigns.needDue'])
  })

  it('copied from another keeps its own code and revision', () => {
    const copy = {
      code: 'ZZSHH-2025',
      name: '2026 年度',
      period: '2026',
      target: 'C01',
      targets: ['C01'],
      leftOut: [],
      leftOutAlone: ['C01-01'],
      levels: [],
      types: [],
      acceptance: [1],
      documents: campaign.documents,
    }
    const draft = draftFrom(copy as never, { ...emptyDraft('ROOT', '2026'), code: 'NEW' })
    expect(draft).toMatchObject({ code: 'NEW', target: 'C01', marks: { 'C01-01': 'out-alone' } })
    expect(draft.revision).toBeUndefined()
    expect(draft.lines).toHaveLength(2)
  })
})
