import type { LocationQueryRaw } from 'vue-router'
import type { FiguresAsked } from '@/api/figures'
import type { Asked } from '@/api/statistics'
import type { ItemCounts } from '@/api/types'

/** A column of counts: a number with the items behind it, or what is made of numbers. */
export interface ItemColumn {
  key: string
  count?: { of: (counts: ItemCounts) => number; list: LocationQueryRaw }
  made?: 'rate' | 'days'
  late?: boolean
}

const column = (key: keyof ItemCounts, list: LocationQueryRaw, late = false): ItemColumn => ({
  key,
  count: { of: (counts) => counts[key] ?? 0, list },
  late,
})

/** In the register's address unsettled items alone are meant, unless it names a state. */
export const ITEM_COLUMNS: ItemColumn[] = [
  column('items', { state: 'all' }),
  column('timed', { state: 'all', type: 'timed' }),
  column('closed', { state: 'closed', type: 'timed' }),
  { key: 'rate', made: 'rate' },
  column('ongoing', { state: 'all', type: 'ongoing' }),
  column('ongoingClosed', { state: 'closed', type: 'ongoing' }),
  column('overdue', { due: 'overdue' }, true),
  column('dueSoon', { due: 'soon' }),
  column('waiting', { state: 'close-out-requested' }),
  column('extensions', { extension: 'true' }),
  column('returnedCloseOuts', { state: 'all', returned: 'true' }),
  { key: 'medianDays', made: 'days' },
]

/** The same question, put to the register's figures. */
export const itemsAsked = ({ parent, alone, campaign, asOf, tree }: Asked): FiguresAsked => ({
  organization: parent,
  alone,
  campaign,
  asOf,
  tree,
})

/** The items behind a number, as an address of the register. */
export const itemsOf = (
  { organization, alone, campaign, asOf, tree }: FiguresAsked,
  list: LocationQueryRaw,
) => ({
  path: '/rectifications',
  query: { organization, campaign, asOf, tree, ...(alone ? { alone: 'true' } : {}), ...list },
})
