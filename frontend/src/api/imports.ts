import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { addressOf, json } from './client'
import { JOBS } from './jobs'
import type { Problem } from './problem'
import { save } from './save'
import { sendFile } from './sending'

/** A zip of past reports with a manifest: checked first, filed when somebody says so. */
export interface ReportImport {
  id: string
  name: string
  organization: { code: string; name?: string | null }
  phase: 'checking' | 'checked' | 'running' | 'done'
  counts: Record<'rows' | Outcome, number>
  /** The job that checks or files it, or did so last. */
  job?: string | null
  createdAt: string
  expiresAt?: string | null
  /** Why it was given up as a whole. */
  problem?: Problem | null
}

export const OUTCOMES = ['ready', 'refused', 'filed', 'already', 'failed', 'unchecked'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What became of one line of the manifest, or would. */
export interface ImportRow {
  row: number
  organization?: { code: string; name?: string | null } | null
  campaign?: string | null
  documentType?: string | null
  period?: string | null
  title?: string | null
  file?: string | null
  outcome: Outcome
  problem?: Problem | null
  report?: string | null
}

interface RowPage {
  items: ImportRow[]
  total: number
  next?: string | null
}

type Id = MaybeRefOrGetter<string>
const AGAIN = 2_000
const IMPORTS = 'report-imports'
const at = (id: string, rest = '') => `/api/reports/imports/${encodeURIComponent(id)}${rest}`
export const isUnderWay = ({ phase }: ReportImport) => phase === 'checking' || phase === 'running'

export const sendImport = (organization: string, file: File, progress: (part: number) => void) =>
  sendFile<ReportImport>(addressOf('/api/reports/imports', { organization, name: file.name }), file, progress)

export const useReportImports = () =>
  useQuery({
    queryKey: [IMPORTS, 'list'],
    queryFn: async () =>
      (await json<{ imports: ReportImport[] }>(new Request(addressOf('/api/reports/imports')))).imports,
  })

export const useReportImport = (id: Id) =>
  useQuery({
    queryKey: [IMPORTS, 'one', computed(() => toValue(id))],
    queryFn: () => json<ReportImport>(new Request(addressOf(at(toValue(id))))),
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
      json<RowPage>(
        new Request(addressOf(at(toValue(id), '/rows'), { outcome: toValue(outcome), after: pageParam })),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  })

/** Files what is ready, or tries again what failed. */
export function useImportStep(id: Id) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (step: 'start' | 'retry') =>
      json<ReportImport>(new Request(addressOf(at(toValue(id), `/${step}`)), { method: 'POST' })),
    onSettled: () =>
      Promise.all([IMPORTS, JOBS].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  })
}

/** Throws the zip away, with what was found in it; what is filed stays. */
export function useDiscardImport(id: Id) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => json<undefined>(new Request(addressOf(at(toValue(id))), { method: 'DELETE' })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [IMPORTS, 'list'] }),
  })
}

/** What was not filed, as a manifest that can be corrected and handed in again. */
export const saveFaulty = (id: string) =>
  save(at(id, '/rows/export'), { outcome: 'refused,failed', format: 'xlsx' }, 'manifest.xlsx')

export const saveManifest = (format: 'xlsx' | 'csv') =>
  save('/api/reports/imports/manifest', { format }, `manifest.${format}`)
