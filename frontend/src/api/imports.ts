import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { addressOf, api, body } from './client'
import { AGAIN, JOBS } from './jobs'
import { save } from './save'
import { sendFile } from './sending'
import type { ImportedRow, ReportImport } from './types'

export const OUTCOMES = [
  'ready',
  'refused',
  'filed',
  'already',
  'failed',
  'unchecked',
] as const satisfies readonly ImportedRow['outcome'][]
export type Outcome = ImportedRow['outcome']

type Id = MaybeRefOrGetter<string>
const IMPORTS = 'report-imports'
const params = (id: Id) => ({ path: { id: toValue(id) } })
export const isUnderWay = ({ phase }: ReportImport) => phase === 'checking' || phase === 'running'

export const sendImport = (organization: string, file: File, progress: (part: number) => void) =>
  sendFile<ReportImport>(addressOf('/api/reports/imports', { organization, name: file.name }), file, progress)

export const useReportImports = () =>
  useQuery({
    queryKey: [IMPORTS, 'list'],
    queryFn: async () => (await body(api.GET('/api/reports/imports'))).imports,
  })

export const useReportImport = (id: Id) =>
  useQuery({
    queryKey: [IMPORTS, 'one', computed(() => toValue(id))],
    queryFn: () => body(api.GET('/api/reports/imports/{id}', { params: params(id) })),
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? AGAIN : false),
  })

/** @param stand how far the import has come: with another one the lines are asked for again */
export const useImportRows = (
  id: Id,
  outcome: MaybeRefOrGetter<Outcome | undefined>,
  stand: MaybeRefOrGetter<string>,
) =>
  useInfiniteQuery({
    queryKey: [IMPORTS, 'rows', ...[id, outcome, stand].map((each) => computed(() => toValue(each)))],
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/api/reports/imports/{id}/rows', {
          params: { ...params(id), query: { outcome: toValue(outcome), after: pageParam } },
        }),
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  })

/** Files what is ready, or tries again what failed. */
export function useImportStep(id: Id) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (step: 'start' | 'retry') =>
      step === 'start'
        ? body(api.POST('/api/reports/imports/{id}/start', { params: params(id) }))
        : body(api.POST('/api/reports/imports/{id}/retry', { params: params(id) })),
    onSettled: () =>
      Promise.all([IMPORTS, JOBS].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  })
}

/** Throws the zip away, with what was found in it; what is filed stays. */
export function useDiscardImport(id: Id) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => body(api.DELETE('/api/reports/imports/{id}', { params: params(id) })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [IMPORTS, 'list'] }),
  })
}

/** What was not filed, as a manifest that can be corrected and handed in again. */
export const saveFaulty = (id: string) =>
  save(
    `/api/reports/imports/${id}/rows/export`,
    { outcome: 'refused,failed', format: 'xlsx' },
    'manifest.xlsx',
  )

export const saveManifest = (format: 'xlsx' | 'csv') =>
  save('/api/reports/imports/manifest', { format }, `manifest.${format}`)
