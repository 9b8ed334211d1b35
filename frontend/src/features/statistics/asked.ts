import { computed } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import { useActing } from '@/api/session'
import type { Asked, Show } from '@/api/statistics'

/** What the address asks for: whoever gets it sees the same question. */
const NAMES = [
  'campaign',
  'against',
  'organization',
  'alone',
  'asOf',
  'tree',
  'documentType',
  'period',
  'month',
  'type',
  'level',
] as const
export type Name = (typeof NAMES)[number]

export function useAsked() {
  const route = useRoute()
  const router = useRouter()
  const { acting, grants, has } = useActing()
  const one = (name: string) => {
    const value = route.query[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const overseen = computed(
    () => [acting.value, ...grants.value].find((grant) => grant && grant.role !== 'clerk')?.organization,
  )
  const organization = computed(() => one('organization') ?? overseen.value)
  const asked = computed<Asked>(() => ({
    campaign: one('campaign'),
    against: one('against'),
    parent: organization.value,
    alone: one('alone') === 'true' || undefined,
    asOf: one('asOf'),
    tree: one('tree') as Asked['tree'],
    documentType: one('documentType'),
    period: one('period'),
    month: one('month'),
    type: one('type') as Asked['type'],
    level: one('level') ? Number(one('level')) : undefined,
  }))
  const set = (changed: LocationQueryRaw) => router.push({ query: { ...route.query, ...changed } })
  /** Who may read reports gets from a figure to its list. */
  const reads = computed(() => has('officer', 'auditor'))
  const reminds = computed(() => has('officer', 'administrator'))
  return { route, router, one, organization, asked, set, reads, reminds }
}

/** The same question for other organisations, documents or months, as an address of the list behind a number. */
export function listOf(query: LocationQueryRaw, show: Show, narrowed: LocationQueryRaw = {}) {
  const kept = Object.fromEntries(NAMES.filter((name) => query[name]).map((name) => [name, query[name]]))
  return { path: '/statistics/list', query: { ...kept, against: undefined, ...narrowed, show } }
}
