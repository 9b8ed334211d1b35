import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, body, text } from './client'

/** Asked every half minute while a page is open, sooner while something is not as it should be. */
export const useStatus = () =>
  useQuery({
    queryKey: ['status'],
    queryFn: () => body(api.GET('/api/system/status')),
    refetchInterval: (query) => (query.state.data?.index.state === 'live' ? 30_000 : 5_000),
    retry: false,
  })

export const useChecklist = (enabled: MaybeRefOrGetter<boolean>) =>
  useQuery({
    queryKey: ['checklist'],
    queryFn: () => body(api.GET('/api/system/checklist')),
    enabled: computed(() => toValue(enabled)),
  })

export const useCheckpoint = () =>
  useQuery({ queryKey: ['checkpoint'], queryFn: () => text('/api/log/checkpoint'), retry: false })
