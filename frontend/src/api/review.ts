import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, body } from './client'

type Id = MaybeRefOrGetter<string>

/** Who accepts it, how far that has come, and what the caller may do. */
export const useReview = (id: Id) =>
  useQuery({
    queryKey: ['review', computed(() => toValue(id))],
    queryFn: () => body(api.GET('/api/reports/{id}/review', { params: { path: { id: toValue(id) } } })),
  })

/** Its text beside that of the version before it. */
export const useComparison = (id: Id) =>
  useQuery({
    queryKey: ['comparison', computed(() => toValue(id))],
    queryFn: () => body(api.GET('/api/reports/{id}/comparison', { params: { path: { id: toValue(id) } } })),
    staleTime: Number.POSITIVE_INFINITY,
  })
