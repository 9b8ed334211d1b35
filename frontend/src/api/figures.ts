import { keepPreviousData, useInfiniteQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, body } from './client'
import { atLastWrite } from './position'
import { LIVE, useFigures, type Query } from './statistics'

/** What the figures of the rectification register are asked for. */
export type FiguresAsked = Omit<Query<'/api/statistics/rectifications'>, 'position'>

/** By organisation, one level of the tree. */
export const useItemFigures = (
  asked: MaybeRefOrGetter<FiguresAsked>,
  enabled: MaybeRefOrGetter<boolean> = true,
) =>
  useFigures(
    'items',
    asked,
    (query, position) =>
      body(api.GET('/api/statistics/rectifications', { params: { query: { ...query, position } } })),
    enabled,
  )

/** By organisation and aspect. */
export const useItemAspects = (asked: MaybeRefOrGetter<FiguresAsked>) =>
  useFigures('item-aspects', asked, (query, position) =>
    body(api.GET('/api/statistics/rectifications/aspects', { params: { query: { ...query, position } } })),
  )

/** What one organisation has had under one aspect in several campaigns; a page may hold none and yet go on. */
export const useRecurring = (asked: MaybeRefOrGetter<FiguresAsked>) =>
  useInfiniteQuery({
    queryKey: [LIVE, 'recurring', computed(() => toValue(asked))],
    queryFn: ({ pageParam }) =>
      atLastWrite((position) =>
        body(
          api.GET('/api/statistics/rectifications/recurring', {
            params: { query: { ...toValue(asked), after: pageParam, position } },
          }),
        ),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    retry: false,
  })
