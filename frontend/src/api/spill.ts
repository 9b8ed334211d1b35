import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, body } from './client'

type Id = MaybeRefOrGetter<string>

const WAITING = 30_000

/** How it stands with a sealed report; asked again while its removal is under way. */
export const useSealing = (id: Id) =>
  useQuery({
    queryKey: ['sealing', computed(() => toValue(id))],
    queryFn: () => body(api.GET('/api/reports/{id}/sealing', { params: { path: { id: toValue(id) } } })),
    refetchInterval: ({ state }) => (state.data?.removal === 'pending' ? WAITING : false),
  })
