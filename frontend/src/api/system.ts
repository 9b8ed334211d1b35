import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, body, text } from './client'

/** Asked every half minute while a page is open, sooner while something is not as it should be. */
export const useStatus = () =>
  useQuery({
    queryKey: ['status'],
    queryFn: () => body(api.GET('/api/system/status')),
    refetchInterval: (query) => {
      const index = query.state.data?.index
      if (index?.rebuilds.some(({ finishedAt }) => !finishedAt)) return 1_500
      if (index?.relocating) return 1_500
      return index?.state === 'live' ? 30_000 : 5_000
    },
    retry: false,
  })

export const useChecklist = (enabled: MaybeRefOrGetter<boolean>) =>
  useQuery({
    queryKey: ['checklist'],
    queryFn: () => body(api.GET('/api/system/checklist')),
    enabled: computed(() => toValue(enabled)),
  })

/** Starts to fill new indices from the archive; searches go on in the old ones until they are swapped. */
export function useRebuild() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => body(api.POST('/api/system/rebuild')),
    onSettled: () => queries.invalidateQueries({ queryKey: ['status'] }),
  })
}

export const useCheckpoint = () =>
  useQuery({ queryKey: ['checkpoint'], queryFn: () => text('/api/log/checkpoint'), retry: false })
