import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { addressOf, idempotencyKey, language, text } from './client'
import { AGAIN, JOBS } from './jobs'
import { ask, ITEMS, tell, type ItemsAsked } from './rectifications'
import { save } from './save'
import { sendFile } from './sending'
import type { RegisterImport } from './types'

export type Format = 'xlsx' | 'csv'

/** A sheet goes by organisation and number. */
const unsorted = (asked: ItemsAsked): ItemsAsked => ({ ...asked, size: undefined, sort: undefined })

/** Hands over what is asked for as a sheet that can be imported again. */
export const saveRegister = (asked: ItemsAsked, format: Format) =>
  save('/api/rectifications/export', { ...unsorted(asked), format }, `register.${format}`)

/** The columns alone. */
export const saveSheet = (format: Format) =>
  save('/api/rectifications/sheet', { format }, `register.${format}`)

/** The same sheet as text, for lists that are printed. */
export const useSheetText = (
  asked: MaybeRefOrGetter<ItemsAsked>,
  enabled: MaybeRefOrGetter<boolean> = true,
) =>
  useQuery({
    queryKey: [ITEMS, 'sheet', computed(() => toValue(asked)), language],
    queryFn: () => text('/api/rectifications/export', { ...unsorted(toValue(asked)), format: 'csv' }),
    enabled: computed(() => toValue(enabled)),
    retry: false,
  })

const IMPORTS = 'register-imports'
type Id = MaybeRefOrGetter<string>
const importAt = (id: Id) => `/api/rectifications/imports/${encodeURIComponent(toValue(id))}`
export const isUnderWay = ({ phase }: RegisterImport) => phase === 'running'

/** Hands in a sheet; nothing is written by it yet. */
export const sendRegister = (
  organization: string,
  campaign: string,
  file: File,
  progress: (part: number) => void,
) =>
  sendFile<RegisterImport>(
    addressOf('/api/rectifications/imports', { organization, campaign, name: file.name }),
    file,
    progress,
  )

export const useRegisterImport = (id: Id) =>
  useQuery({
    queryKey: [IMPORTS, computed(() => toValue(id)), language],
    queryFn: () => ask<RegisterImport>(importAt(id)),
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? AGAIN : false),
  })

/** Writes what the trial found, as a job. */
export function useStartImport(id: Id) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => tell<RegisterImport>(`${importAt(id)}/start`, {}, idempotencyKey()),
    onSettled: () =>
      Promise.all([IMPORTS, JOBS].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  })
}
