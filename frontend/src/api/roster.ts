import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, body, idempotencyKey } from './client'

export type RosterFilter = 'all' | 'added' | 'exempted' | 'extended'
export type RosterAct = 'exemptions' | 'inclusions' | 'extensions'

export interface RosterAsked {
  filter: RosterFilter
  organization?: string
  size?: number
}

export const useRoster = (code: MaybeRefOrGetter<string>, asked: MaybeRefOrGetter<RosterAsked>) =>
  useInfiniteQuery({
    queryKey: ['roster', computed(() => toValue(code)), computed(() => toValue(asked))],
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/api/campaigns/{code}/roster', {
          params: { path: { code: toValue(code) }, query: { ...toValue(asked), after: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })

export interface WishedAct {
  act: RosterAct
  organizations: string[]
  documents?: { type: string; period: string }[]
  due?: string
  reason: string
}

/** A key for each wish: pressed once more it is the same command, and goes on where it was cut off. */
function keyed<T>() {
  let attempt = { body: '', key: '' }
  return (wished: T) => {
    const text = JSON.stringify(wished)
    if (attempt.body !== text) attempt = { body: text, key: idempotencyKey() }
    return { 'Idempotency-Key': attempt.key }
  }
}

export function useRosterAct(code: MaybeRefOrGetter<string>) {
  const queries = useQueryClient()
  const key = keyed<WishedAct>()
  return useMutation({
    mutationFn: (wished: WishedAct) => {
      const { act, due, ...rest } = wished
      const params = { path: { code: toValue(code) }, header: key(wished) }
      if (act === 'extensions')
        return body(
          api.POST('/api/campaigns/{code}/extensions', { params, body: { ...rest, due: due ?? '' } }),
        )
      return act === 'exemptions'
        ? body(api.POST('/api/campaigns/{code}/exemptions', { params, body: rest }))
        : body(api.POST('/api/campaigns/{code}/inclusions', { params, body: rest }))
    },
    onSettled: () => queries.invalidateQueries(),
  })
}

export interface WishedAddition {
  organizations: string[]
  reason: string
}

export function useAddition(code: MaybeRefOrGetter<string>) {
  const queries = useQueryClient()
  const key = keyed<WishedAddition>()
  return useMutation({
    mutationFn: (wished: WishedAddition) =>
      body(
        api.POST('/api/campaigns/{code}/additions', {
          params: { path: { code: toValue(code) }, header: key(wished) },
          body: wished,
        }),
      ),
    onSettled: () => queries.invalidateQueries(),
  })
}

export const useMeeting = (code: MaybeRefOrGetter<string>, organization: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['meeting', computed(() => toValue(code)), computed(() => toValue(organization))],
    queryFn: () =>
      body(
        api.GET('/api/campaigns/{code}/meetings/{organization}', {
          params: { path: { code: toValue(code), organization: toValue(organization) } },
        }),
      ),
    retry: false,
  })

export interface ToldMeeting {
  planned?: string
  held?: string
}

export function useTellMeeting(code: MaybeRefOrGetter<string>, organization: MaybeRefOrGetter<string>) {
  const queries = useQueryClient()
  // The same day told once more is another telling: it counts by the calendars of then.
  return useMutation({
    mutationFn: (told: ToldMeeting) =>
      body(
        api.PUT('/api/campaigns/{code}/meetings/{organization}', {
          params: {
            path: { code: toValue(code), organization: toValue(organization) },
            header: { 'Idempotency-Key': idempotencyKey() },
          },
          body: told,
        }),
      ),
    onSettled: () => queries.invalidateQueries(),
  })
}
