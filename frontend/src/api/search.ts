import { keepPreviousData, useInfiniteQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, body } from './client'
import { atLastWrite } from './position'
import type { paths } from './schema'

export type SearchAsked = NonNullable<paths['/api/search']['get']['parameters']['query']>

export const search = (query: SearchAsked) =>
  atLastWrite((position) => body(api.GET('/api/search', { params: { query: { ...query, position } } })))

export const useSearch = (asked: MaybeRefOrGetter<SearchAsked>, enabled: MaybeRefOrGetter<boolean> = true) =>
  useInfiniteQuery({
    queryKey: ['search', computed(() => toValue(asked))],
    queryFn: ({ pageParam }) => search({ ...toValue(asked), after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled: computed(() => toValue(enabled)),
    retry: false,
  })
