import { computed } from 'vue'
import { useRoute, useRouter, type LocationQuery, type LocationQueryRaw } from 'vue-router'
import type { ItemsAsked } from '@/api/rectifications'

/** The filters, by their names in the address; whoever gets it sees the same question. */
export const FILTERS = [
  'words',
  'organization',
  'alone',
  'campaign',
  'state',
  'type',
  'aspect',
  'returned',
  'due',
  'from',
  'to',
  'extension',
  'turn',
  'evidenceFrom',
  'evidenceTo',
] as const
export type Filter = (typeof FILTERS)[number]

/** Those that are seldom asked for: they stand behind a button. */
export const RARE: Filter[] = ['from', 'to', 'evidenceFrom', 'evidenceTo', 'extension', 'returned', 'turn']
export type Sort = NonNullable<ItemsAsked['sort']>
export const SORTS: Sort[] = ['due', 'waiting', 'opened', 'number']
/** In the address: settled or not. Where no state is named, the unsettled ones are shown. */
export const ALL = 'all'

const FLAGS: readonly string[] = ['alone', 'extension', 'returned']
const texts = (query: LocationQuery, name: string) =>
  [query[name]].flat().filter((value): value is string => typeof value === 'string' && value !== '')
const text = (query: LocationQuery, name: string) => texts(query, name)[0]

/** The question of an address. */
export function askedOf(query: LocationQuery): ItemsAsked {
  const asked: Record<string, unknown> = {}
  for (const name of [...FILTERS, 'asOf', 'tree'])
    asked[name] = FLAGS.includes(name) ? text(query, name) === 'true' || undefined : text(query, name)
  const aspects = texts(query, 'aspect')
  const state = text(query, 'state') ?? 'unsettled'
  return {
    ...asked,
    aspect: aspects.length > 1 ? aspects : aspects[0],
    state: state === ALL ? undefined : state,
    sort: (text(query, 'sort') as Sort | undefined) ?? (text(query, 'words') ? 'best' : 'due'),
  }
}

export function useAsked() {
  const route = useRoute()
  const router = useRouter()
  const asked = computed(() => askedOf(route.query))
  const one = (name: string) => text(route.query, name)
  const set = (changed: LocationQueryRaw) => router.push({ query: { ...route.query, ...changed } })
  const filtered = computed(() => FILTERS.filter((name) => one(name)))
  return { route, router, asked, one, set, filtered }
}
