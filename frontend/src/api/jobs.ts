import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, body } from './client'
import { save } from './save'
import { useActing } from './session'
import type { Job } from './types'

export type JobsAsked = 'running' | 'ended' | undefined

/** While something runs, it is asked again after this time, in ms. */
export const AGAIN = 2_000
const IDLE = 30_000
export const JOBS = 'jobs'

export const isRunning = ({ state }: Pick<Job, 'state'>) => state === 'waiting' || state === 'running'
/** Whether an answer is a job where it might have been the thing itself. */
export const isJob = (answer: object): answer is Job => 'state' in answer && 'cancellable' in answer

const page = (state: JobsAsked, after?: string) =>
  body(api.GET('/api/jobs', { params: { query: { state, after } } }))

/** Newest first; asked again while one of them runs and the page is looked at. */
export const useJobs = (state: MaybeRefOrGetter<JobsAsked>) =>
  useInfiniteQuery({
    queryKey: [JOBS, 'list', computed(() => toValue(state))],
    queryFn: ({ pageParam }) => page(toValue(state), pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ jobs }) => jobs.some(isRunning)) ? AGAIN : IDLE,
  })

/** Those that run now, for who may see any. */
export function useRunningJobs() {
  const { has } = useActing()
  return useQuery({
    queryKey: [JOBS, 'running'],
    queryFn: () => page('running'),
    select: ({ jobs }) => jobs.filter(isRunning),
    enabled: computed(() => has('officer', 'auditor', 'administrator')),
    refetchInterval: ({ state: { data } }) => (data?.jobs.some(isRunning) ? AGAIN : IDLE),
    retry: false,
  })
}

export const useJob = (id: MaybeRefOrGetter<string | undefined>) =>
  useQuery({
    queryKey: [JOBS, 'one', computed(() => toValue(id))],
    queryFn: () => body(api.GET('/api/jobs/{id}', { params: { path: { id: toValue(id) ?? '' } } })),
    enabled: computed(() => !!toValue(id)),
    refetchInterval: ({ state: { data } }) => (data && isRunning(data) ? AGAIN : false),
    retry: false,
  })

export function useCancelJob() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => body(api.POST('/api/jobs/{id}/cancel', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: [JOBS] }),
  })
}

/** The file that a job made. */
export const saveResult = ({ name, href }: NonNullable<Job['result']>) => save(href, {}, name)
