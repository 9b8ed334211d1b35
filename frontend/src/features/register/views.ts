import { computed, ref } from 'vue'
import { useMe } from '@/api/session'
import { ALL, FILTERS } from './asked'

/** A question under a name. */
export interface View {
  /** Key of its words, of those that are there for everybody; the name itself of own ones. */
  name: string
  query: Record<string, string>
}

/** What waits for the caller: there for those for whom something can wait. */
export const MINE: View = { name: 'mine', query: { turn: 'mine' } }

export const BUILT_IN: View[] = [
  { name: 'unsettled', query: {} },
  { name: 'overdue', query: { due: 'overdue' } },
  { name: 'soon', query: { due: 'soon' } },
  { name: 'waiting', query: { state: 'close-out-requested', sort: 'waiting' } },
  { name: 'returned', query: { state: 'returned' } },
  { name: 'ongoing', query: { type: 'ongoing' } },
  { name: 'all', query: { state: ALL } },
]

const MOST = 20
const NAMES = [...FILTERS, 'sort']
/** What of an address belongs to a view: not the moment, which passes. */
export const kept = (query: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = query[name]
      return typeof value === 'string' && value !== '' ? [[name, value]] : []
    }),
  )
const PLACE = ['organization', 'alone', 'campaign']
/** What of a question tells whose items, of which campaign, are meant. */
export const placeOf = (query: Record<string, string>) =>
  Object.fromEntries(Object.entries(query).filter(([name]) => PLACE.includes(name)))
export const same = (one: Record<string, string>, other: Record<string, string>) =>
  JSON.stringify(kept(one)) === JSON.stringify(kept(other))

const valid = (view: unknown): view is View =>
  typeof view === 'object' &&
  view !== null &&
  'name' in view &&
  typeof view.name === 'string' &&
  'query' in view

/** A person's own views, kept in this browser. */
export function useOwnViews() {
  const me = useMe()
  const changed = ref(0)
  const key = computed(() => (me.data.value ? `guidang.views.${me.data.value.subject}` : undefined))
  const own = computed<View[]>(() => {
    if (!key.value || changed.value < 0) return []
    try {
      const read: unknown = JSON.parse(localStorage.getItem(key.value) ?? '[]')
      return Array.isArray(read) ? read.filter(valid) : []
    } catch {
      return []
    }
  })
  function write(views: View[]) {
    if (!key.value) return
    localStorage.setItem(key.value, JSON.stringify(views.slice(-MOST)))
    changed.value++
  }
  /** One of the same name is replaced. */
  const keep = (name: string, query: Record<string, unknown>) =>
    write([...own.value.filter((view) => view.name !== name), { name, query: kept(query) }])
  const forget = (name: string) => write(own.value.filter((view) => view.name !== name))
  return { own, keep, forget }
}
