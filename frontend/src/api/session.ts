import { useQuery } from '@tanstack/vue-query'
import { computed, ref } from 'vue'
import { api, body } from './client'
import type { MeGrant, Role, ServerConfig } from './types'

export const useMe = () =>
  useQuery({ queryKey: ['me'], queryFn: () => body(api.GET('/api/me')), staleTime: 300_000 })

export const useConfig = () =>
  useQuery({
    queryKey: ['config'],
    queryFn: (): Promise<ServerConfig> => body(api.GET('/api/config')),
    staleTime: Number.POSITIVE_INFINITY,
  })

const CHOSEN = 'guidang.acting'
const chosen = ref(localStorage.getItem(CHOSEN) ?? '')
const keyOf = (grant: MeGrant) => `${grant.role}@${grant.organization}`

/** The grants of who is signed in, and the one that is acted under now. */
export function useActing() {
  const me = useMe()
  const grants = computed(() => (me.data.value?.grants ?? []).filter((grant) => grant.known))
  const acting = computed(
    () => grants.value.find((grant) => keyOf(grant) === chosen.value) ?? grants.value[0],
  )
  const choose = (key: string) => {
    chosen.value = key
    localStorage.setItem(CHOSEN, key)
  }
  const has = (...roles: Role[]) => grants.value.some((grant) => roles.includes(grant.role))
  return { me, grants, acting, choose, has, keyOf }
}
