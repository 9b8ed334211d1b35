import { computed } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import type { ItemsAsked } from '@/api/rectifications'
import type { SearchAsked } from '@/api/search'

export type Kind = 'reports' | 'items'
/** What reports and items are both narrowed by; the rest is left behind where one goes over to the other. */
const SHARED = ['q', 'organization', 'campaign']

/** The address is the state: whoever gets it sees the same question. */
export function useAsked() {
  const route = useRoute()
  const router = useRouter()
  const one = (name: string) =>
    typeof route.query[name] === 'string' && route.query[name] !== '' ? route.query[name] : undefined
  const kind = computed<Kind>(() => (one('kind') === 'items' ? 'items' : 'reports'))
  const shared = (to: Kind) => ({
    ...Object.fromEntries(SHARED.map((name) => [name, one(name)])),
    kind: to === 'items' ? to : undefined,
  })
  const own = (of: Kind, name: string) => (kind.value === of ? one(name) : undefined)
  const reports = computed<SearchAsked>(() => ({
    q: one('q'),
    organization: one('organization'),
    campaign: one('campaign'),
    documentType: own('reports', 'documentType'),
    month: own('reports', 'month'),
    state: own('reports', 'state') as SearchAsked['state'],
    turn: own('reports', 'turn') as SearchAsked['turn'],
    sort: (own('reports', 'sort') ?? (one('q') ? 'best' : 'newest')) as SearchAsked['sort'],
    size: 20,
  }))
  const items = computed<ItemsAsked>(() => ({
    words: one('q'),
    organization: one('organization'),
    campaign: one('campaign'),
    state: own('items', 'state'),
    type: own('items', 'type'),
    aspect: own('items', 'aspect'),
    due: own('items', 'due') as ItemsAsked['due'],
    sort: (own('items', 'sort') ?? (one('q') ? 'best' : 'opened')) as ItemsAsked['sort'],
    size: 20,
  }))
  const set = (changed: LocationQueryRaw) => router.push({ query: { ...route.query, ...changed } })
  const go = (to: Kind) => router.push({ query: shared(to) })
  return { route, router, one, kind, reports, items, set, go }
}
