import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, body, idempotencyKey } from './client'
import type { Ground } from './types'

type Id = MaybeRefOrGetter<string>

const WAITING = 30_000

/** How it stands with a sealed report; asked again while its removal is under way. */
export const useSealing = (id: Id) =>
  useQuery({
    queryKey: ['sealing', computed(() => toValue(id))],
    queryFn: () => body(api.GET('/api/reports/{id}/sealing', { params: { path: { id: toValue(id) } } })),
    refetchInterval: ({ state }) => (state.data?.removal === 'pending' ? WAITING : false),
  })

const params = (id: Id) => ({ path: { id: toValue(id) }, header: { 'Idempotency-Key': idempotencyKey() } })

/** Forgets what was read of the report: nobody may see it any more, or everybody again. */
function useAct<Asked>(act: (asked: Asked) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: act, onSuccess: () => queries.resetQueries() })
}

export const useSeal = (id: Id) =>
  useAct((asked: { ground: Ground; reason: string }) =>
    body(api.POST('/api/reports/{id}/seal', { params: params(id), body: asked })),
  )

export const useRelease = (id: Id) =>
  useAct((reason: string) =>
    body(api.POST('/api/reports/{id}/release', { params: params(id), body: { reason } })),
  )

export const useDestroy = (id: Id) =>
  useAct((reason: string) =>
    body(api.POST('/api/reports/{id}/destroy', { params: params(id), body: { reason } })),
  )
