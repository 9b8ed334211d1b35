import { useMutation, useQueryClient } from '@tanstack/vue-query'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api, body, idempotencyKey } from './client'
import type { Ground, Mark, MoveForm } from './types'

/** What is done to a version, each under a key of its own, so that a repeated attempt is one act. */
type Id = MaybeRefOrGetter<string>

const params = (id: Id) => ({ path: { id: toValue(id) }, header: { 'Idempotency-Key': idempotencyKey() } })

/** @param forget whether what was read is shown to nobody until it is read again */
function useAct<Asked, Done>(act: (asked: Asked) => Promise<Done>, forget = false) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => (forget ? queries.resetQueries() : queries.invalidateQueries()),
  })
}

export const useWithdraw = (id: Id) =>
  useAct((reason: string) =>
    body(api.POST('/api/reports/{id}/withdraw', { params: params(id), body: { reason } })),
  )

/** Answers with the version that it is in the other slot. */
export const useMove = (id: Id) =>
  useAct((to: MoveForm) => body(api.POST('/api/reports/{id}/move', { params: params(id), body: to })))

export const useReturn = (id: Id) =>
  useAct((asked: { reason: string; marks: Mark[] }) =>
    body(api.POST('/api/reports/{id}/return', { params: params(id), body: asked })),
  )

export const useAccept = (id: Id) =>
  useAct((reason: string) =>
    body(api.POST('/api/reports/{id}/accept', { params: params(id), body: reason ? { reason } : {} })),
  )

export const useReopen = (id: Id) =>
  useAct((reason: string) =>
    body(api.POST('/api/reports/{id}/reopen', { params: params(id), body: { reason } })),
  )

export const useSeal = (id: Id) =>
  useAct(
    (asked: { ground: Ground; reason: string }) =>
      body(api.POST('/api/reports/{id}/seal', { params: params(id), body: asked })),
    true,
  )

export const useRelease = (id: Id) =>
  useAct(
    (reason: string) => body(api.POST('/api/reports/{id}/release', { params: params(id), body: { reason } })),
    true,
  )

export const useDestroy = (id: Id) =>
  useAct(
    (reason: string) => body(api.POST('/api/reports/{id}/destroy', { params: params(id), body: { reason } })),
    true,
  )
