import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, body, language, text } from './client'
import type { FiledReport, Filing } from './types'

type Id = MaybeRefOrGetter<string>

/** A slot of an organisation in one word, as it stands in addresses and drafts. */
export const slotKey = (o: { campaign: string; documentType: string; period: string }) =>
  `${o.campaign}|${o.documentType}|${o.period}`

export const obligations = (organization: string) => ({
  queryKey: ['obligations', organization],
  queryFn: async () =>
    (await body(api.GET('/api/obligations', { params: { query: { organization } } }))).items,
})

export const useObligations = (organization: MaybeRefOrGetter<string | undefined>) =>
  useQuery({
    queryKey: ['obligations', computed(() => toValue(organization) ?? '')],
    queryFn: () => obligations(toValue(organization) ?? '').queryFn(),
    enabled: computed(() => !!toValue(organization)),
  })

export const useReport = (id: Id) =>
  useQuery({
    queryKey: ['report', computed(() => toValue(id))],
    queryFn: () => body(api.GET('/api/reports/{id}', { params: { path: { id: toValue(id) } } })),
  })

export const useReportText = (id: Id) =>
  useQuery({
    queryKey: ['report-text', computed(() => toValue(id))],
    queryFn: () => text(`/api/reports/${encodeURIComponent(toValue(id))}/text`),
    enabled: computed(() => toValue(id) !== ''),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const useReportStructure = (id: Id) =>
  useQuery({
    // The checks are worded by the server.
    queryKey: ['report-structure', computed(() => toValue(id)), language],
    queryFn: () => body(api.GET('/api/reports/{id}/structure', { params: { path: { id: toValue(id) } } })),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** The text of a document with pages of its own, one entry a page. */
export const useReportPages = (id: Id) =>
  useQuery({
    queryKey: ['report-pages', computed(() => toValue(id))],
    queryFn: async () =>
      (await text(`/api/reports/${encodeURIComponent(toValue(id))}/text?breaks=true`)).split('\f'),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const useReceipt = (id: Id) =>
  useQuery({
    queryKey: ['receipt', computed(() => toValue(id))],
    queryFn: () => body(api.GET('/api/reports/{id}/receipt', { params: { path: { id: toValue(id) } } })),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const useHistory = (id: Id) =>
  useQuery({
    queryKey: ['history', computed(() => toValue(id))],
    queryFn: async () =>
      (await body(api.GET('/api/reports/{id}/history', { params: { path: { id: toValue(id) } } }))).items,
  })

/** One address for one file, good for a minute: a bearer token does not travel in a link. */
export const ticket = (id: string, n: number) =>
  body(api.POST('/api/reports/{id}/files/{n}/tickets', { params: { path: { id, n } } }))

/** Files; the same key makes a repeated attempt one filing. */
export const fileReport = (filing: Filing, key: string): Promise<FiledReport> =>
  body(api.POST('/api/reports', { params: { header: { 'Idempotency-Key': key } }, body: filing }))

export function useFile() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ filing, key }: { filing: Filing; key: string }) => fileReport(filing, key),
    // The staged files are gone once they are filed: what was read of them is not asked for again.
    onSuccess: () =>
      queries.invalidateQueries({ predicate: ({ queryKey }) => !String(queryKey[0]).startsWith('upload-') }),
    // Somebody else may have filed: the next page asks what is owed. This one goes on saying what the clerk saw.
    onError: () => queries.invalidateQueries({ queryKey: ['obligations'], refetchType: 'none' }),
  })
}
