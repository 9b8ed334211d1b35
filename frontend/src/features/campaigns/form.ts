import type { Campaign, CampaignCopy, NewCampaign } from '@/api/types'

/** One document as it stands in the wizard. */
export interface Line {
  key: number
  type: string
  name: string
  period: string
  required: boolean
  rule: 'day' | 'calendar' | 'working'
  due: string
  days: number
}

/** What becomes of an organisation of the tree: nothing said of it means as the one above it. */
export type Mark = 'in' | 'out' | 'out-alone'

/** A draft as it stands in the wizard. */
export interface Draft {
  code: string
  name: string
  period: string
  target: string
  marks: Record<string, Mark>
  /** Names of the organisations that are marked. */
  names: Record<string, string>
  levels: number[]
  types: string[]
  acceptance: number[]
  lines: Line[]
  /** The revision that the wizard began with; undefined before the first saving. */
  revision?: number
}

export const TYPES = ['committee', 'general-branch', 'branch'] as const
const CODE = /^[A-Z0-9][A-Z0-9-]{0,31}$/
const PERIOD = /^(\d{4}|\d{4}-H[12]|\d{4}-Q[1-4]|\d{4}-(0[1-9]|1[0-2])|once)$/

let next = 0
export const line = (values: Partial<Line> = {}): Line => ({
  type: '',
  name: '',
  period: 'once',
  required: true,
  rule: 'day',
  due: '',
  days: 10,
  ...values,
  key: next++,
})

export const emptyDraft = (target: string, year: string): Draft => ({
  code: '',
  name: '',
  period: year,
  target,
  marks: {},
  names: {},
  levels: [],
  types: [],
  acceptance: [1],
  lines: [],
})

const marked = (marks: Record<string, Mark>, wanted: Mark) =>
  Object.keys(marks)
    .filter((code) => marks[code] === wanted)
    .sort()

const linesOf = (documents: Campaign['documents']): Line[] =>
  documents.map(({ type, name, period, due, afterMeeting, required }) =>
    line({
      type,
      name,
      period,
      required,
      rule: afterMeeting ? (afterMeeting.working ? 'working' : 'calendar') : 'day',
      due: due ?? '',
      days: afterMeeting?.days ?? 10,
    }),
  )

function marksOf(target: string, targets: string[], leftOut: string[], leftOutAlone: string[]) {
  const marks: Record<string, Mark> = {}
  // The target itself stands for everybody below it: nothing is marked then.
  for (const code of targets) if (code !== target || targets.length > 1) marks[code] = 'in'
  for (const code of leftOut) marks[code] = 'out'
  for (const code of leftOutAlone) marks[code] = 'out-alone'
  return marks
}

/** A campaign as a draft to be edited. */
export function draftOf(campaign: Campaign): Draft {
  const named = [...campaign.targets, ...campaign.leftOut, ...campaign.leftOutAlone]
  const codes = (some: { code: string }[]) => some.map(({ code }) => code)
  return {
    code: campaign.code,
    name: campaign.name,
    period: campaign.period ?? '',
    target: campaign.target,
    marks: marksOf(
      campaign.target,
      codes(campaign.targets),
      codes(campaign.leftOut),
      codes(campaign.leftOutAlone),
    ),
    names: Object.fromEntries(named.map(({ code, name }) => [code, name])),
    levels: campaign.levels,
    types: campaign.types,
    acceptance: campaign.acceptance,
    lines: linesOf(campaign.documents),
    revision: campaign.revision,
  }
}

/** A former campaign as a new draft; the code is still to be given. */
export function draftFrom(copy: CampaignCopy, before: Draft): Draft {
  return {
    ...before,
    name: copy.name,
    period: copy.period ?? before.period,
    target: copy.target,
    marks: marksOf(copy.target, copy.targets, copy.leftOut, copy.leftOutAlone),
    names: {},
    levels: copy.levels,
    types: copy.types,
    acceptance: copy.acceptance,
    lines: linesOf(copy.documents),
  }
}

export const codeOf = (draft: Draft) => draft.code.trim().toUpperCase()

/** What is sent; documents that still lack something are left out of a preview, not of a saving. */
export function formOf(draft: Draft): NewCampaign {
  return {
    code: codeOf(draft),
    name: draft.name.trim(),
    target: draft.target,
    ...(draft.period ? { period: draft.period } : {}),
    targets: marked(draft.marks, 'in'),
    leftOut: marked(draft.marks, 'out'),
    leftOutAlone: marked(draft.marks, 'out-alone'),
    levels: draft.levels,
    types: TYPES.filter((type) => draft.types.includes(type)),
    acceptance: [...draft.acceptance].sort((a, b) => a - b),
    documents: draft.lines.map(({ type, name, period, required, rule, due, days }) => ({
      type: type.trim().toUpperCase(),
      name: name.trim(),
      period,
      required,
      ...(rule === 'day' ? { due } : { afterMeeting: { days: Number(days), working: rule === 'working' } }),
    })),
    ...(draft.revision ? { replaces: draft.revision } : {}),
  }
}

/** The same, fit to be counted before everything is filled in; undefined without a target. */
export function previewOf(draft: Draft): NewCampaign | undefined {
  if (!draft.target) return undefined
  const form = formOf({ ...draft, revision: undefined })
  const documents = form.documents ?? []
  return {
    ...form,
    code: CODE.test(form.code) ? form.code : 'PREVIEW',
    name: form.name || 'PREVIEW',
    ...(form.period && !PERIOD.test(form.period) ? { period: undefined } : {}),
    documents: draft.lines.flatMap((one, at) => (documents[at] && complete(one) ? [documents[at]] : [])),
  }
}

const complete = (one: Line) =>
  CODE.test(one.type.trim().toUpperCase()) &&
  one.name.trim() !== '' &&
  PERIOD.test(one.period) &&
  (one.rule === 'day' ? one.due !== '' : one.days >= 0 && one.days <= 366)

/** Keys of what a step still lacks. */
export function lacking(draft: Draft, step: number): string[] {
  const faults: string[] = []
  const say = (wrong: boolean, key: string) => wrong && faults.push(`campaigns.${key}`)
  if (step === 1) {
    say(draft.name.trim() === '', 'needName')
    say(!CODE.test(codeOf(draft)), 'needCode')
    say(!draft.target, 'needTarget')
    say(draft.period !== '' && !PERIOD.test(draft.period), 'needPeriod')
  }
  if (step === 3) {
    const keys = draft.lines.map(({ type, period }) => `${type.trim().toUpperCase()} ${period}`)
    say(draft.lines.length === 0, 'needDocument')
    say(
      draft.lines.some(({ type, name }) => !CODE.test(type.trim().toUpperCase()) || name.trim() === ''),
      'needKind',
    )
    say(
      draft.lines.some(({ period }) => !PERIOD.test(period)),
      'needPeriod',
    )
    say(
      draft.lines.some((one) => (one.rule === 'day' ? one.due === '' : !(one.days >= 0 && one.days <= 366))),
      'needDue',
    )
    say(new Set(keys).size < keys.length, 'needOnce')
    say(draft.acceptance.length === 0, 'needAcceptance')
  }
  return faults
}
