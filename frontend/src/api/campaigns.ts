import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, body, idempotencyKey, language } from './client'
import type { Campaign, NewCampaign, ReadStructure, Template, TemplateAspect } from './types'

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

/** The aspects that a campaign asks for; version 0 and none where no template was set. */
export const useTemplate = (code: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['template', computed(() => toValue(code))],
    queryFn: () =>
      body(api.GET('/api/campaigns/{code}/template', { params: { path: { code: toValue(code) } } })),
  })

/** Sets of aspects to begin with. */
export const useAspectSets = () =>
  useQuery({
    queryKey: ['aspect-sets', language],
    queryFn: async () => (await body(api.GET('/api/templates'))).items,
    staleTime: Number.POSITIVE_INFINITY,
  })

export interface WishedTemplate {
  replaces: number
  threshold: number
  aspects: TemplateAspect[]
}

export function useSetTemplate(code: MaybeRefOrGetter<string>) {
  const queries = useQueryClient()
  let attempt = { body: '', key: '' }
  return useMutation({
    mutationFn: (wished: WishedTemplate): Promise<Template> => {
      const text = JSON.stringify(wished)
      if (attempt.body !== text) attempt = { body: text, key: idempotencyKey() }
      return body(
        api.PUT('/api/campaigns/{code}/template', {
          params: { path: { code: toValue(code) }, header: { 'Idempotency-Key': attempt.key } },
          body: wished,
        }),
      )
    },
    // What was read against the former one is asked for again.
    onSuccess: () => queries.invalidateQueries(),
  })
}

/** What an upload would read against a template; nothing is set or filed. */
export const tryTemplate = (
  upload: string,
  wished: Omit<WishedTemplate, 'replaces'>,
): Promise<ReadStructure> => body(api.POST('/api/templates/trials', { body: { upload, ...wished } }))
