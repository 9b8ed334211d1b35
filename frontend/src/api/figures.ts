import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { atLastWrite } from './position'
import { ask } from './rectifications'
import { LIVE } from './statistics'
import type { AsOf } from './types'

/** What the figures of the rectification register are asked for. */
export interface FiguresAsked {
  organization?: string | undefined
  alone?: boolean | undefined
  campaign?: string | undefined
  asOf?: string | undefined
  tree?: 'now' | 'then' | undefined
}

export interface ItemCounts {
  items: number
  ongoing: number
  ongoingClosed: number
  /** Not ongoing: what the rate is a share of. */
  timed: number
  /** Of the timed ones. */
  closed: number
  overdue: number
  dueSoon: number
  waiting: number
  extensions: number
  returnedCloseOuts: number
  /** Whole days from opening to close-out; absent over nothing. */
  medianDays?: number | null
}
export interface ItemFiguresRow {
  organization: string
  name: string
  children: number
  figures: ItemCounts
}
export interface ItemFigures {
  asOf: AsOf
  excludesTransferred: boolean
  rows: ItemFiguresRow[]
  total: ItemCounts
}

export interface ItemAspects {
  asOf: AsOf
  excludesTransferred: boolean
  /** One aspect may have several names. */
  aspects: { name: string; names: string[]; counts: { items: number } }[]
  rows: {
    organization: string
    name: string
    children: number
    cells: { items: number; timed: number; closed: number; overdue: number }[]
  }[]
  items: number
}

export interface Recurring {
  organization: string
  organizationName: string
  parentName?: string | null
  aspect: string
  campaigns: { campaign: string; campaignName: string; names: string[]; items: number; closed: number }[]
}
export interface RecurringPage {
  asOf: AsOf
  excludesTransferred: boolean
  items: Recurring[]
  next?: string | null
}

const AT = '/api/statistics/rectifications'

function useFigures<T>(
  name: string,
  path: string,
  asked: MaybeRefOrGetter<FiguresAsked>,
  enabled: MaybeRefOrGetter<boolean> = true,
) {
  return useQuery({
    queryKey: [LIVE, name, computed(() => toValue(asked))],
    queryFn: () => atLastWrite((position) => ask<T>(path, { ...toValue(asked), position })),
    placeholderData: keepPreviousData,
    enabled: computed(() => toValue(enabled)),
    retry: false,
  })
}

/** By organisation, one level of the tree. */
export const useItemFigures = (
  asked: MaybeRefOrGetter<FiguresAsked>,
  enabled: MaybeRefOrGetter<boolean> = true,
) => useFigures<ItemFigures>('items', AT, asked, enabled)

/** By organisation and aspect. */
export const useItemAspects = (asked: MaybeRefOrGetter<FiguresAsked>) =>
  useFigures<ItemAspects>('item-aspects', `${AT}/aspects`, asked)

/** What one organisation has had under one aspect in several campaigns; a page may hold none and yet go on. */
export const useRecurring = (asked: MaybeRefOrGetter<FiguresAsked>) =>
  useInfiniteQuery({
    queryKey: [LIVE, 'recurring', computed(() => toValue(asked))],
    queryFn: ({ pageParam }) =>
      atLastWrite((position) =>
        ask<RecurringPage>(`${AT}/recurring`, { ...toValue(asked), after: pageParam, position }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    retry: false,
  })
