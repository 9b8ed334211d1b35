import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, body, idempotencyKey } from './client'
import type { Campaign, NewCampaign } from './types'

export const useCampaigns = () =>
  useQuery({
    queryKey: ['campaigns'],
    queryFn: async () => (await body(api.GET('/api/campaigns'))).items,
    staleTime: 30_000,
  })

/** While a campaign is opening its roster is being frozen: asked again each second until it is open. */
export const useCampaign = (code: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['campaign', computed(() => toValue(code))],
    queryFn: () => body(api.GET('/api/campaigns/{code}', { params: { path: { code: toValue(code) } } })),
    refetchInterval: (query) => (query.state.data?.state === 'opening' ? 1000 : false),
  })

export function useCreateCampaign() {
  const queries = useQueryClient()
  const key = idempotencyKey()
  return useMutation({
    mutationFn: (campaign: NewCampaign): Promise<Campaign> =>
      body(
        api.POST('/api/campaigns', {
          params: { header: { 'Idempotency-Key': `${key}-${campaign.code}` } },
          body: campaign,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['campaigns'] }),
  })
}

export function useCampaignStep(code: MaybeRefOrGetter<string>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (step: 'open' | 'close') => {
      const params = { path: { code: toValue(code) } }
      return step === 'open'
        ? body(api.POST('/api/campaigns/{code}/open', { params }))
        : body(api.POST('/api/campaigns/{code}/close', { params }))
    },
    onSettled: () => queries.invalidateQueries(),
  })
}
