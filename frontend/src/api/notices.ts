import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, body } from './client'
import type { Notice, ReminderOutcome, RemindedSlot } from './types'

type Code = MaybeRefOrGetter<string>

const reminders = (organization: Code) => ({
  queryKey: ['notices', computed(() => toValue(organization))],
  queryFn: () =>
    body(api.GET('/api/notices', { params: { query: { organization: toValue(organization) } } })),
})

/** Which documents an organisation was reminded of, the newest first. */
export const useNotices = (organization: Code) =>
  useQuery({ ...reminders(organization), select: ({ items }) => items })

/** Likewise of which rectification items. */
export const useItemNotices = (organization: Code) =>
  useQuery({ ...reminders(organization), select: ({ rectifications }) => rectifications })

/** The last reminder of a slot that is still awaited. */
export const lastReminder = (
  notices: Notice[] | undefined,
  slot: { campaign: string; documentType: string; period: string },
): Notice | undefined =>
  notices?.find(
    (notice) =>
      notice.awaited &&
      notice.campaign === slot.campaign &&
      notice.documentType === slot.documentType &&
      notice.period === slot.period,
  )

/** Puts a reminder away, for all who act for the organisation. */
export function useDismiss(organization: Code) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      body(
        api.DELETE('/api/notices/{organization}/{id}', {
          params: { path: { organization: toValue(organization), id } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  })
}

/** The most that one request takes. */
const MOST = 500

/** Reminds of all of them, campaign by campaign; the same key makes a repeated attempt one. */
export async function remind(
  slots: RemindedSlot[],
  words: string,
  key: string,
): Promise<(ReminderOutcome & { campaign: string })[]> {
  const outcomes: (ReminderOutcome & { campaign: string })[] = []
  for (const campaign of new Set(slots.map((slot) => slot.campaign))) {
    const asked = slots.filter((slot) => slot.campaign === campaign)
    for (let from = 0; from < asked.length; from += MOST) {
      const some = asked.slice(from, from + MOST).map(({ organization, documentType, period }) => ({
        organization,
        documentType,
        period,
      }))
      const answer = await body(
        api.POST('/api/reminders', {
          params: { header: { 'Idempotency-Key': `${key}-${campaign}-${from}` } },
          body: { campaign, slots: some, ...(words ? { words } : {}) },
        }),
      )
      outcomes.push(...answer.items.map((item) => ({ ...item, campaign })))
    }
  }
  return outcomes
}

/** Where the organisation gets its mail. */
export const useAddress = (organization: Code) =>
  useQuery({
    queryKey: ['address', computed(() => toValue(organization))],
    queryFn: async () =>
      (
        await body(
          api.GET('/api/organizations/{code}/address', { params: { path: { code: toValue(organization) } } }),
        )
      ).address ?? '',
  })

/** Sets it; an empty one is removed. */
export function useSetAddress(organization: Code) {
  const queries = useQueryClient()
  const params = () => ({ path: { code: toValue(organization) } })
  return useMutation({
    mutationFn: (address: string) =>
      address
        ? body(api.PUT('/api/organizations/{code}/address', { params: params(), body: { address } }))
        : body(api.DELETE('/api/organizations/{code}/address', { params: params() })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['address'] }),
  })
}
