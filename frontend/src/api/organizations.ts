import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, body, idempotencyKey } from './client'
import { save } from './save'
import type { ImportReport, Job, Organization } from './types'

export interface OrganizationsAsked {
  parent?: string
  query?: string
  after?: string
  size?: number
  /** A day, or a moment: the tree as it was then. */
  asOf?: string
  closed?: boolean
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

export const useOrganization = (
  code: MaybeRefOrGetter<string | undefined>,
  asOf?: MaybeRefOrGetter<string | undefined>,
) =>
  useQuery({
    queryKey: ['organization', computed(() => toValue(code)), computed(() => toValue(asOf))],
    queryFn: () =>
      body(
        api.GET('/api/organizations/{code}', {
          params: { path: { code: toValue(code) ?? '' }, query: { asOf: toValue(asOf) } },
        }),
      ),
    enabled: computed(() => !!toValue(code)),
    staleTime: 60_000,
  })

export const useOrganizationHistory = (code: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['organization-history', computed(() => toValue(code))],
    queryFn: async () =>
      (
        await body(
          api.GET('/api/organizations/{code}/history', { params: { path: { code: toValue(code) } } }),
        )
      ).items,
  })

/** What may be done to one organisation; `add` makes one below it. */
export type Act = 'add' | 'rename' | 'move' | 'type' | 'merge' | 'close' | 'reopen'

export interface Asked {
  reason: string
  code?: string
  name?: string
  shortName?: string
  type?: Organization['type']
  level?: number
  /** Under which it lies, or into which it goes. */
  place?: string
}

function change(act: Act, code: string, asked: Asked, key: string): Promise<Organization> {
  const { reason, place } = asked
  const header = { 'Idempotency-Key': key }
  const params = { path: { code }, header }
  const type = asked.type ?? 'branch'
  const name = asked.name ?? ''
  const { shortName, level } = asked
  switch (act) {
    case 'add':
      return body(
        api.POST('/api/organizations', {
          params: { header },
          body: { code: asked.code ?? '', name, shortName, type, level, parent: code, reason },
        }),
      )
    case 'rename':
      return body(api.POST('/api/organizations/{code}/rename', { params, body: { name, shortName, reason } }))
    case 'move':
      return body(
        api.POST('/api/organizations/{code}/move', { params, body: { parent: place ?? '', reason } }),
      )
    case 'type':
      return body(api.POST('/api/organizations/{code}/type', { params, body: { type, level, reason } }))
    case 'merge':
      return body(
        api.POST('/api/organizations/{code}/merge', { params, body: { into: place ?? '', reason } }),
      )
    case 'close':
      return body(api.POST('/api/organizations/{code}/close', { params, body: { reason } }))
    case 'reopen':
      return body(api.POST('/api/organizations/{code}/reopen', { params, body: { parent: place, reason } }))
  }
}

/** A repeated attempt with the same words is the same command. */
export function useChange(code: MaybeRefOrGetter<string>) {
  const queries = useQueryClient()
  let last = { words: '', key: '' }
  return useMutation({
    mutationFn: ({ act, asked }: { act: Act; asked: Asked }) => {
      const words = JSON.stringify([toValue(code), act, asked])
      if (words !== last.words) last = { words, key: idempotencyKey() }
      return change(act, toValue(code), asked, last.key)
    },
    onSuccess: () => queries.invalidateQueries(),
  })
}

/** Keeps the list as a file. */
export const exportOrganizations = (query: { parent?: string; asOf?: string; format: 'csv' | 'xlsx' }) =>
  save(
    '/api/organizations/export',
    query,
    `organizations${query.asOf ? `-${query.asOf.slice(0, 10)}` : ''}.${query.format}`,
  )

/**
 * Sends the file's bytes as they are: the server tells a workbook from text, and UTF-8 from GB18030. Many changes are
 * written by a job, which is answered.
 */
export function useImport() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({
      file,
      dryRun,
      reason,
    }: {
      file: Blob
      dryRun: boolean
      reason?: string
    }): Promise<ImportReport | Job> =>
      body(
        api.POST('/api/organizations/imports', {
          params: { query: { dryRun, reason, ...(file instanceof File ? { name: file.name } : {}) } },
          body: file as unknown as string,
          bodySerializer: (bytes) => bytes as unknown as BodyInit,
          headers: { 'Content-Type': 'application/octet-stream' },
        }),
      ),
    onSuccess: (_report, { dryRun }) => (dryRun ? undefined : queries.invalidateQueries()),
  })
}
