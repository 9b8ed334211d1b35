import type { Show } from '@/api/statistics'
import type { Figures } from '@/api/types'

/** A column of figures: a number with the list behind it, or a rate of two. */
export interface Column {
  key: string
  value?: { show: Show; of: (figures: Figures) => number }
  rate?: { part: (figures: Figures) => number; whole: (figures: Figures) => number }
  late?: boolean
}

const number = (key: string, show: Show, of: (figures: Figures) => number, late = false): Column => ({
  key,
  value: { show, of },
  late,
})

const submission: Column = {
  key: 'submissionRate',
  rate: { part: (f) => f.delivered, whole: (f) => f.expected },
}
const timeliness: Column = {
  key: 'timelinessRate',
  rate: { part: (f) => f.onTime, whole: (f) => f.timed },
}
const completeness: Column = {
  key: 'completenessRate',
  rate: { part: (f) => f.complete, whole: (f) => f.organizations },
}
const expected = number('expected', 'expected', (f) => f.expected)
const delivered = number('delivered', 'delivered', (f) => f.delivered)
const missing = number('missing', 'missing', (f) => f.expected - f.delivered)
const overdue = number('overdue', 'overdue', (f) => f.overdue, true)
const returned = number('returned', 'returned', (f) => f.returned)

/** What an officer looks at every day. */
export const FEW: Column[] = [
  expected,
  delivered,
  submission,
  timeliness,
  missing,
  overdue,
  returned,
  completeness,
]

/** All there is, for the table that is printed and handed on. */
export const ALL: Column[] = [
  expected,
  delivered,
  submission,
  missing,
  overdue,
  number('onTime', 'on-time', (f) => f.onTime),
  number('timed', 'timed', (f) => f.timed),
  timeliness,
  returned,
  number('waiting', 'waiting', (f) => f.waiting),
  number('accepted', 'accepted', (f) => f.accepted),
  number('dateMissing', 'date-missing', (f) => f.dateMissing),
  number('exempted', 'exempted', (f) => f.exempted),
  number('complete', 'complete', (f) => f.complete),
  number('organizations', 'organizations', (f) => f.organizations),
  completeness,
]

/** Where rows are not organisations, organisations are not told apart by them. */
export const withoutUnits = (columns: Column[]) =>
  columns.filter(({ key }) => !['complete', 'organizations', 'completenessRate'].includes(key))
