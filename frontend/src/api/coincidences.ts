import { useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, body } from './client'

type Given = MaybeRefOrGetter<string | undefined>

/** With reports that the caller may read; of what the organisation itself filed in the campaign nothing is told. */
export const useUploadCoincidences = (id: MaybeRefOrGetter<string>, organization: Given, campaign: Given) =>
  useQuery({
    queryKey: [
      'upload-coincidences',
      ...[id, organization, campaign].map((one) => computed(() => toValue(one))),
    ],
    queryFn: () =>
      body(
        api.GET('/api/uploads/{upload}/coincidences', {
          params: {
            path: { upload: toValue(id) },
            query: { organization: toValue(organization), campaign: toValue(campaign) },
          },
        }),
      ),
    enabled: computed(() => !!toValue(campaign)),
    retry: false,
  })

export const useReportCoincidences = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['report-coincidences', computed(() => toValue(id))],
    queryFn: () => body(api.GET('/api/reports/{id}/coincidences', { params: { path: { id: toValue(id) } } })),
    retry: false,
  })

const AGAIN = 2000

/** It takes a while to be known: asked again until it is. */
export const useClusters = (campaign: Given, organization: Given) =>
  useInfiniteQuery({
    queryKey: ['clusters', computed(() => toValue(campaign)), computed(() => toValue(organization))],
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/api/coincidences', {
          params: {
            query: {
              campaign: toValue(campaign) ?? '',
              organization: toValue(organization),
              after: pageParam,
            },
          },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: computed(() => !!toValue(campaign)),
    refetchInterval: ({ state }) => (state.data && !state.data.pages[0]?.ready ? AGAIN : false),
    retry: false,
  })
