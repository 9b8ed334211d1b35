import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
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
    enabled: computed(() => toValue(code) !== ''),
    refetchInterval: (query) => (query.state.data?.state === 'opening' ? 1000 : false),
  })

/** Makes a draft, or changes the one whose revision is handed in; a repeated press is the same command. */
export function useSaveCampaign() {
  const queries = useQueryClient()
  let attempt = { body: '', key: '' }
  return useMutation({
    mutationFn: (campaign: NewCampaign): Promise<Campaign> => {
      const text = JSON.stringify(campaign)
      if (attempt.body !== text) attempt = { body: text, key: idempotencyKey() }
      const header = { 'Idempotency-Key': attempt.key }
      return campaign.replaces
        ? body(
            api.PUT('/api/campaigns/{code}', {
              params: { path: { code: campaign.code }, header },
              body: campaign,
            }),
          )
        : body(api.POST('/api/campaigns', { params: { header }, body: campaign }))
    },
    onSuccess: (saved) => {
      queries.setQueryData(['campaign', saved.code], saved)
      return queries.invalidateQueries({ queryKey: ['campaigns'] })
    },
  })
}

/** Whom a draft would ask if it were opened now. */
export const usePreview = (campaign: MaybeRefOrGetter<NewCampaign | undefined>) =>
  useQuery({
    queryKey: ['preview', computed(() => JSON.stringify(toValue(campaign)))],
    queryFn: () => body(api.POST('/api/campaigns/preview', { body: toValue(campaign) as NewCampaign })),
    enabled: computed(() => toValue(campaign) !== undefined),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    retry: false,
  })

/** A campaign as a form, its days and periods so many years later. */
export const campaignForm = (code: string, years: number) =>
  body(api.GET('/api/campaigns/{code}/form', { params: { path: { code }, query: { years } } }))

export const template = (code: string) =>
  body(api.GET('/api/campaigns/{code}/template', { params: { path: { code } } }))

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
export const useTemplate = (code: MaybeRefOrGetter<string>, on: MaybeRefOrGetter<boolean> = true) =>
  useQuery({
    queryKey: ['template', computed(() => toValue(code))],
    queryFn: () =>
      body(api.GET('/api/campaigns/{code}/template', { params: { path: { code: toValue(code) } } })),
    enabled: computed(() => toValue(on) && toValue(code) !== ''),
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
