import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, body, fetchAuthorized } from './client'
import { atLastWrite } from './position'
import { problemOf } from './problem'
import type { paths } from './schema'

type Query<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
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

function useFigures<A, T>(
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

/** Fetches a table as a file and hands it to the person. */
export async function saveExport(asked: ExportAsked): Promise<void> {
  const address = new URL('/api/statistics/export', location.origin)
  for (const [name, value] of Object.entries(asked))
    if (value !== undefined && value !== '') address.searchParams.set(name, String(value))
  const response = await fetchAuthorized(new Request(address))
  if (!response.ok) throw problemOf(response.status, await response.json().catch(() => undefined))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = fileName(
    response.headers.get('Content-Disposition'),
    `statistics.${asked.format ?? 'xlsx'}`,
  )
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** RFC 5987: `filename*=UTF-8''…` */
export function fileName(disposition: string | null, otherwise: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  return encoded ? decodeURIComponent(encoded) : otherwise
}

export const organizationFigures = (campaign: string, parent?: string) => figuresOf({ campaign, parent })

export const useOrganizationFigures = (campaign: Code, parent: Code) =>
  useQuery({
    queryKey: [LIVE, 'figures', computed(() => toValue(campaign)), computed(() => toValue(parent))],
    queryFn: () => organizationFigures(toValue(campaign) ?? '', toValue(parent)),
    enabled: computed(() => !!toValue(campaign)),
    retry: false,
  })

export const useMonthFigures = (campaign: Code, organization: Code) =>
  useQuery({
    queryKey: ['months', computed(() => toValue(campaign)), computed(() => toValue(organization))],
    queryFn: () =>
      atLastWrite((position) =>
        body(
          api.GET('/api/statistics/months', {
            params: { query: { campaign: toValue(campaign), organization: toValue(organization), position } },
          }),
        ),
      ),
    enabled: computed(() => !!toValue(campaign)),
    retry: false,
  })
