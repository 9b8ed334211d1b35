import { useMutation, useQueryClient } from '@tanstack/vue-query'
import { useI18n } from 'vue-i18n'
import { tell, useDecisions, type ItemName } from '@/api/rectifications'
import { idempotencyKey } from '@/api/client'
import type { ItemRow, ReminderOutcome } from '@/api/types'
import { keyOf } from '@/reading/itemRow'
import { itemTone, type Tone } from '@/ui/state'

/** What can be done to many items at once. */
export type ManyAct = 'close' | 'return' | 'remind'

/** What became of one of them. */
export interface Outcome {
  done: boolean
  tone: Tone
  word: string
  detail?: string | undefined
}

const reminded: Record<ReminderOutcome['outcome'], Tone> = {
  reminded: 'good',
  'not-awaited': 'plain',
  enough: 'plain',
  unknown: 'warn',
}

/** Does it, and answers what became of each by its key; a repeated attempt at the same is the same command. */
export function useMany() {
  const { t } = useI18n()
  const decisions = useDecisions()
  const queries = useQueryClient()
  let last = { asked: '', key: '' }
  async function remind(rows: ItemRow[], words: string): Promise<[string, Outcome][]> {
    const asked = { rectifications: rows.map(({ organization, item }) => ({ organization, item })), words }
    if (JSON.stringify(asked) !== last.asked) last = { asked: JSON.stringify(asked), key: idempotencyKey() }
    const { rectifications } = await tell<{
      rectifications: (ItemName & Pick<ReminderOutcome, 'outcome'>)[]
    }>('/api/reminders', asked, last.key)
    void queries.invalidateQueries({ queryKey: ['notices'] })
    return rectifications.map((each) => [
      keyOf(each),
      {
        done: each.outcome === 'reminded',
        tone: reminded[each.outcome],
        word: t(`remind.outcome.${each.outcome}`),
      },
    ])
  }
  async function decide(decision: 'close' | 'return', rows: ItemRow[], reason: string) {
    const { results } = await decisions.mutateAsync({
      decision,
      ...(reason ? { reason } : {}),
      items: rows.map(({ organization, item, request }) => ({ organization, item, request: request ?? '' })),
    })
    return results.map((each): [string, Outcome] => [
      keyOf(each),
      each.state
        ? { done: true, tone: itemTone(each.state), word: t(`rectification.state.${each.state}`) }
        : {
            done: false,
            tone: 'bad',
            word: each.problem?.title ?? t('problem.unexpected.title'),
            detail: each.problem?.detail,
          },
    ])
  }
  return useMutation({
    mutationFn: async ({ act, rows, words }: { act: ManyAct; rows: ItemRow[]; words: string }) =>
      new Map(await (act === 'remind' ? remind(rows, words) : decide(act, rows, words))),
  })
}
