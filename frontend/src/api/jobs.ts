import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { addressOf, json } from './client'
import type { Problem } from './problem'
import { save } from './save'
import { useActing } from './session'

/** Long work that can be left and found again. */
export interface Job {
  id: string
  kind: string
  /** Left out where the tree does not know it any more, or the caller does not. */
  organization?: { code: string; name?: string | null } | null
  /** Small facts by which people tell one from another: the campaign, a file's name, a table. */
  subject: Record<string, string>
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  done: number
  total?: number | null
  failed: number
  remainingSeconds?: number | null
  startedAt: string
  endedAt?: string | null
  problem?: Problem | null
  result?: { name: string; href: string; expiresAt: string } | null
  counts: Record<string, number>
  cancellable: boolean
  /** Whether the caller began it. */
  mine: boolean
}

interface JobPage {
  jobs: Job[]
  next?: string | null
}
export type JobsAsked = 'running' | 'ended' | undefined

const AGAIN = 2_000
const IDLE = 30_000
export const JOBS = 'jobs'

export const isRunning = ({ state }: Pick<Job, 'state'>) => state === 'waiting' || state === 'running'
/** Whether an answer is a job where it might have been the thing itself. */
export const isJob = (answer: object): answer is Job => 'state' in answer && 'cancellable' in answer

const page = (state: JobsAsked, after?: string) =>
  json<JobPage>(new Request(addressOf('/api/jobs', { state, after })))

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

const at = (id: string, rest = '') => addressOf(`/api/jobs/${encodeURIComponent(id)}${rest}`)

export const useJob = (id: MaybeRefOrGetter<string | undefined>) =>
  useQuery({
    queryKey: [JOBS, 'one', computed(() => toValue(id))],
    queryFn: () => json<Job>(new Request(at(toValue(id) ?? ''))),
    enabled: computed(() => !!toValue(id)),
    refetchInterval: ({ state: { data } }) => (data && isRunning(data) ? AGAIN : false),
    retry: false,
  })

export function useCancelJob() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => json<Job>(new Request(at(id, '/cancel'), { method: 'POST' })),
    onSettled: () => queries.invalidateQueries({ queryKey: [JOBS] }),
  })
}

/** The file that a job made. */
export const saveResult = ({ name, href }: NonNullable<Job['result']>) => save(href, {}, name)
