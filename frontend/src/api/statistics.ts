import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, body } from './client'
import { atLastWrite } from './position'
import { save } from './save'
import type { paths } from './schema'
import type { Job } from './types'

/** What a path may be asked. */
export type Query<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never

/** What every table, list and export is asked for. */
export type Asked = Omit<Query<'/api/statistics/curve'>, 'position'>
export type GroupBy = Query<'/api/statistics/groups'>['by']
export type SlotsAsked = Omit<Query<'/api/statistics/slots'>, 'position' | 'after'>
export type Show = NonNullable<SlotsAsked['show']>
export type ExportAsked = Omit<Query<'/api/statistics/export'>, 'position'>

type Code = MaybeRefOrGetter<string | undefined>

export const figuresOf = (asked: Asked) =>
  atLastWrite((position) =>
    body(api.GET('/api/statistics/organizations', { params: { query: { ...asked, position } } })),
  )

/** Everything of this kind moves together when something is filed. */
export const LIVE = 'statistics'

export function useFigures<A, T>(
  name: string,
  asked: MaybeRefOrGetter<A>,
  read: (asked: A, position: number | undefined) => Promise<T>,
  enabled: MaybeRefOrGetter<boolean> = true,
) {
  return useQuery({
    queryKey: [LIVE, name, computed(() => toValue(asked))],
    queryFn: () => atLastWrite((position) => read(toValue(asked), position)),
    placeholderData: keepPreviousData,
    enabled: computed(() => toValue(enabled)),
    retry: false,
  })
}

export const useFiguresOf = (asked: MaybeRefOrGetter<Asked>, enabled: MaybeRefOrGetter<boolean> = true) =>
  useFigures(
    'organizations',
    asked,
    (query, position) =>
      body(api.GET('/api/statistics/organizations', { params: { query: { ...query, position } } })),
    enabled,
  )

export const useGroups = (asked: MaybeRefOrGetter<Asked & { by: GroupBy }>) =>
  useFigures('groups', asked, (query, position) =>
    body(api.GET('/api/statistics/groups', { params: { query: { ...query, position } } })),
  )

export const useMatrix = (asked: MaybeRefOrGetter<Asked>) =>
  useFigures('matrix', asked, (query, position) =>
    body(api.GET('/api/statistics/matrix', { params: { query: { ...query, position } } })),
  )

export const useAspects = (asked: MaybeRefOrGetter<Asked>) =>
  useFigures('aspects', asked, (query, position) =>
    body(api.GET('/api/statistics/aspects', { params: { query: { ...query, position } } })),
  )

export const useCurve = (asked: MaybeRefOrGetter<Asked>) =>
  useFigures('curve', asked, (query, position) =>
    body(api.GET('/api/statistics/curve', { params: { query: { ...query, position } } })),
  )

export const useReturnAges = (asked: MaybeRefOrGetter<Asked>) =>
  useFigures('returns', asked, (query, position) =>
    body(api.GET('/api/statistics/returns', { params: { query: { ...query, position } } })),
  )

/** The list behind a number; its pages are all of one moment. */
export const useSlots = (asked: MaybeRefOrGetter<SlotsAsked>) =>
  useInfiniteQuery({
    queryKey: [LIVE, 'slots', computed(() => toValue(asked))],
    queryFn: ({ pageParam }) =>
      atLastWrite((position) =>
        body(
          api.GET('/api/statistics/slots', {
            params: { query: { ...toValue(asked), after: pageParam, position } },
          }),
        ),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    retry: false,
  })

/** Why it was returned last; nothing where no reason was given. */
export const useReturnReason = (report: Code) =>
  useQuery({
    queryKey: ['history', computed(() => toValue(report))],
    queryFn: () =>
      body(api.GET('/api/reports/{id}/history', { params: { path: { id: toValue(report) ?? '' } } })),
    select: ({ items }) => items.filter(({ type }) => type === 'returned').at(-1)?.reason,
    enabled: computed(() => !!toValue(report)),
    retry: false,
  })

const PATIENCE = 5_000

/** Hands over a table as a file. What takes longer than `patience` ms goes on as a job, which is answered. */
export async function saveExport(asked: ExportAsked, patience = PATIENCE): Promise<Job | undefined> {
  const enough = new AbortController()
  const timer = setTimeout(() => enough.abort(), patience)
  try {
    await save('/api/statistics/export', asked, `statistics.${asked.format ?? 'xlsx'}`, enough.signal)
    return undefined
  } catch (error) {
    if (!enough.signal.aborted) throw error
    return await body(api.POST('/api/statistics/exports', { params: { query: asked } }))
  } finally {
    clearTimeout(timer)
  }
}

export const organizationFigures = (campaign: string, parent?: string) => figuresOf({ campaign, parent })

export const useOrganizationFigures = (campaign: Code, parent: Code) =>
  useQuery({
    queryKey: [LIVE, 'figures', computed(() => toValue(campaign)), computed(() => toValue(parent))],
    queryFn: () => organizationFigures(toValue(campaign) ?? '', toValue(parent)),
    enabled: computed(() => !!toValue(campaign)),
    retry: false,
  })
