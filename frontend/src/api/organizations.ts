import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, body } from './client'
import type { ImportReport } from './types'

export interface OrganizationsAsked {
  parent?: string
  query?: string
  after?: string
  size?: number
}

export const organizations = (query: OrganizationsAsked) =>
  body(api.GET('/api/organizations', { params: { query } }))

export const useOrganizations = (asked: MaybeRefOrGetter<OrganizationsAsked>) =>
  useInfiniteQuery({
    queryKey: ['organizations', computed(() => toValue(asked))],
    queryFn: ({ pageParam }) => organizations({ ...toValue(asked), after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })

export const useOrganization = (code: MaybeRefOrGetter<string | undefined>) =>
  useQuery({
    queryKey: ['organization', computed(() => toValue(code))],
    queryFn: () =>
      body(api.GET('/api/organizations/{code}', { params: { path: { code: toValue(code) ?? '' } } })),
    enabled: computed(() => !!toValue(code)),
    staleTime: 60_000,
  })

/** Sends the file's bytes as they are: the server tells UTF-8 from GB18030. */
export function useImport() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ file, dryRun }: { file: Blob; dryRun: boolean }): Promise<ImportReport> =>
      body(
        api.POST('/api/organizations/imports', {
          params: { query: { dryRun } },
          body: file as unknown as string,
          bodySerializer: (bytes) => bytes as unknown as BodyInit,
          headers: { 'Content-Type': 'text/csv' },
        }),
      ),
    onSuccess: (_report, { dryRun }) => (dryRun ? undefined : queries.invalidateQueries()),
  })
}
