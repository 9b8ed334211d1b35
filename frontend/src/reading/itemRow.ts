import type { ItemName } from '@/api/rectifications'
import type { ItemRow } from '@/api/types'
import { dueKey } from '@/ui/due'
import { daysTo } from '@/ui/format'
import { isUnsettled } from '@/ui/state'

/** What a list of items may tell beside number and problem. */
export const COLUMNS = [
  'organization',
  'campaign',
  'aspect',
  'unit',
  'type',
  'state',
  'due',
  'age',
  'progress',
  'evidence',
] as const
export type Column = (typeof COLUMNS)[number]

const DAY = 86_400_000

/** Whole days that have passed between two moments; never less than none. */
export const daysSince = (moment: string, now: number) =>
  Math.max(0, Math.floor((now - Date.parse(moment)) / DAY))

/** Words about a row's due day on a day; none where nothing is due any more. */
export function dueOf({ due, state }: Pick<ItemRow, 'due' | 'state'>, day: string) {
  if (!due || !isUnsettled(state)) return undefined
  const days = daysTo(due, day)
  return { ...dueKey(days, days < 0), late: days < 0 }
}

export const keyOf = ({ organization, item }: ItemName) => `${organization}/${item}`
