import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { addressOf, fetchAuthorized, idempotencyKey } from './client'
import { atLastWrite } from './position'
import { problemOf } from './problem'
import type {
  ItemDecision,
  ItemPage,
  ItemType,
  ItemVerb,
  ItemView,
  ItemWords,
  NewItems,
  ReceiptView,
  ReportItems,
} from './types'

/** Everything of this kind moves together when something is done to an item. */
export const ITEMS = 'rectifications'

/** An item, as it stands in addresses. */
export interface ItemName {
  organization: string
  item: string
}

export const itemAddress = ({ organization, item }: ItemName) => `/rectifications/${organization}/${item}`

const path = ({ organization, item }: ItemName) =>
  `/api/rectifications/${encodeURIComponent(organization)}/${encodeURIComponent(item)}`

export async function ask<T>(address: string, query: Record<string, unknown> = {}): Promise<T> {
  const response = await fetchAuthorized(new Request(addressOf(address, query)))
  const answer: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw problemOf(response.status, answer)
  return answer as T
}

export async function tell<T>(address: string, asked: unknown, key: string): Promise<T> {
  const response = await fetchAuthorized(
    new Request(addressOf(address), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(asked),
    }),
  )
  const answer: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw problemOf(response.status, answer)
  return answer as T
}

/** A key that stays the same while the same thing is asked for: a repeated press is one command. */
function oneKey() {
  let attempt = { body: '', key: '' }
  return (asked: unknown) => {
    const body = JSON.stringify(asked)
    if (attempt.body !== body) attempt = { body, key: idempotencyKey() }
    return attempt.key
  }
}

/** What a report suggests for the register, and what of it is there. */
export const useReportItems = (report: MaybeRefOrGetter<string>, on: MaybeRefOrGetter<boolean> = true) =>
  useQuery({
    queryKey: [ITEMS, 'report', computed(() => toValue(report))],
    queryFn: () => ask<ReportItems>(`/api/reports/${encodeURIComponent(toValue(report))}/rectifications`),
    enabled: computed(() => toValue(on)),
  })

export const useItem = (name: MaybeRefOrGetter<ItemName>) =>
  useQuery({
    queryKey: [ITEMS, 'item', computed(() => toValue(name).organization), computed(() => toValue(name).item)],
    queryFn: () => ask<ItemView>(path(toValue(name))),
  })

/** Enters items into the register: all of them or none. */
export function useOpenItems() {
  const queries = useQueryClient()
  const key = oneKey()
  return useMutation({
    mutationFn: (asked: NewItems) =>
      tell<{ items: ItemView[]; position: number }>('/api/rectifications', asked, key(asked)),
    onSuccess: () => queries.invalidateQueries({ queryKey: [ITEMS] }),
  })
}

/** What each act takes. */
export interface ItemActs {
  progress: { words?: string; on?: string; evidence?: { upload: string; on?: string }[] }
  comment: { words: string }
  edit: { replaces: number; words: ItemWords }
  reclassify: { type: ItemType; due?: string; reason: string }
  'close-out': { completed?: string; words?: string }
  'withdraw-close-out': { request: string; reason?: string }
  close: { request: string; reason?: string }
  return: { request: string; reason: string }
  extension: { due: string; reason: string }
  'grant-extension': { request: string; due?: string; reason?: string }
  'refuse-extension': { request: string; reason: string }
  review: { reason: string }
  reopen: { reason: string; due?: string }
  void: { reason: string }
}

export interface ActedOn {
  item: ItemView
  receipt: ReceiptView
  position: number
}

/** Does something to an item; what is read afterwards is what came of it. */
export function useItemAct(name: MaybeRefOrGetter<ItemName>) {
  const queries = useQueryClient()
  const key = oneKey()
  return useMutation({
    mutationFn: <V extends ItemVerb>({ verb, asked }: { verb: V; asked: ItemActs[V] }) =>
      tell<ActedOn>(`${path(toValue(name))}/${verb}`, asked, key([toValue(name), verb, asked])),
    onSuccess: ({ item }) => {
      queries.setQueryData([ITEMS, 'item', item.organization, item.item], item)
      return queries.invalidateQueries({ queryKey: [ITEMS] })
    },
    // Somebody else may have been quicker: what the item is now is asked for again.
    onError: () => queries.invalidateQueries({ queryKey: [ITEMS] }),
  })
}

export interface Decisions {
  decision: 'close' | 'return'
  reason?: string
  items: (ItemName & { request: string })[]
}

/** Closes or returns many; each by itself, with an outcome of its own. */
export function useDecisions() {
  const queries = useQueryClient()
  const key = oneKey()
  return useMutation({
    mutationFn: (asked: Decisions) =>
      tell<{ results: ItemDecision[]; position: number }>('/api/rectifications/decisions', asked, key(asked)),
    onSettled: () => queries.invalidateQueries({ queryKey: [ITEMS] }),
  })
}

export const stepReceipt = (name: ItemName, position: number) =>
  ask<ReceiptView>(`${path(name)}/steps/${position}/receipt`)

/** One address for one file, good for a minute: a bearer token does not travel in a link. */
export const evidenceTicket = (name: ItemName, position: number, n: number) =>
  tell<{ url: string }>(`${path(name)}/steps/${position}/evidence/${n}/tickets`, {}, idempotencyKey())

/** A small picture of a file; it is fetched with the token, and never changes. */
export const useEvidencePreview = (
  name: MaybeRefOrGetter<ItemName>,
  position: MaybeRefOrGetter<number>,
  n: MaybeRefOrGetter<number>,
  on: MaybeRefOrGetter<boolean> = true,
) => {
  const address = computed(
    () => `${path(toValue(name))}/steps/${toValue(position)}/evidence/${toValue(n)}/preview`,
  )
  return useQuery({
    queryKey: ['evidence-preview', address],
    queryFn: async () => {
      const response = await fetchAuthorized(new Request(addressOf(address.value)))
      if (!response.ok) throw problemOf(response.status, await response.json().catch(() => undefined))
      return response.blob()
    },
    enabled: computed(() => toValue(on)),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}

/** What the register is asked for; what is left out does not narrow. */
export interface ItemsAsked {
  organization?: string
  alone?: boolean
  campaign?: string
  state?: string
  type?: string
  /** One aspect may have had several names. */
  aspect?: string | string[]
  /** Only those that wait for the caller, as of now alone. */
  turn?: 'mine'
  /** Whether a close-out was returned at least once. */
  returned?: boolean
  tree?: 'now' | 'then'
  due?: 'overdue' | 'soon' | 'later' | 'none'
  extension?: boolean
  from?: string
  to?: string
  evidenceFrom?: string
  evidenceTo?: string
  words?: string
  asOf?: string
  sort?: 'due' | 'opened' | 'number' | 'waiting' | 'best'
  size?: number
}

export const items = (asked: ItemsAsked, after?: string) =>
  atLastWrite((position) => ask<ItemPage>('/api/rectifications', { ...asked, after, position }))

export const useItems = (asked: MaybeRefOrGetter<ItemsAsked>, enabled: MaybeRefOrGetter<boolean> = true) =>
  useInfiniteQuery({
    queryKey: [ITEMS, 'list', computed(() => toValue(asked))],
    queryFn: ({ pageParam }) => items(toValue(asked), pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled: computed(() => toValue(enabled)),
    retry: false,
  })
