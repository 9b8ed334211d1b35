import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, body, headers, language, signInAgain, text } from './client'
import { problemOf, unreachable } from './problem'
import type { Upload } from './types'

export interface Sending {
  done: Promise<Upload>
  cancel(): void
}

/**
 * Sends one file as a raw body. By XMLHttpRequest, since fetch tells nothing of progress in the browsers we serve.
 * `progress` gets the part sent, 0–1; between 1 and the end the server reads the document. The clerks of the
 * organisation may go on with it.
 */
export function sendUpload(file: File, organization: string, progress: (part: number) => void): Sending {
  const request = new XMLHttpRequest()
  const query = new URLSearchParams({ name: file.name, ...(organization ? { organization } : {}) }).toString()
  const done = headers().then(
    (fields) =>
      new Promise<Upload>((resolve, reject) => {
        request.open('POST', `/api/uploads?${query}`)
        for (const [name, value] of Object.entries(fields)) request.setRequestHeader(name, value)
        request.setRequestHeader('Content-Type', 'application/octet-stream')
        request.responseType = 'json'
        request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total)
        request.upload.onload = () => progress(1)
        request.onload = () => {
          if (request.status === 201) resolve(request.response as Upload)
          else reject(problemOf(request.status, request.response))
          if (request.status === 401) void signInAgain()
        }
        request.onerror = () => reject(unreachable())
        request.onabort = () => reject(new DOMException('cancelled', 'AbortError'))
        request.send(file)
      }),
  )
  return { done, cancel: () => request.abort() }
}

export const upload = (id: string) =>
  body(api.GET('/api/uploads/{upload}', { params: { path: { upload: id } } }))

/** What an upload suggests for its filing; of the organisation, too, where none is named. */
export const suggestions = (id: string, organization?: string) => ({
  queryKey: ['upload-suggestions', id, organization ?? ''],
  queryFn: () =>
    body(
      api.GET('/api/uploads/{upload}/suggestions', {
        params: { path: { upload: id }, query: organization ? { organization } : {} },
      }),
    ),
  // What is owed changes with every filing.
  staleTime: 0,
})

export const uploadText = (id: string) => text(`/api/uploads/${encodeURIComponent(id)}/text`)

const read = { staleTime: Number.POSITIVE_INFINITY }

export const useUploadText = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['upload-text', computed(() => toValue(id))],
    queryFn: () => uploadText(toValue(id)),
    ...read,
  })

/** What was read of a file, beside the campaign's template where a campaign is named. */
export const uploadStructure = (id: string, campaign?: string) => ({
  queryKey: ['upload-structure', id, campaign ?? '', language.value],
  queryFn: () =>
    body(
      api.GET('/api/uploads/{upload}/structure', {
        params: { path: { upload: id }, query: campaign ? { campaign } : {} },
      }),
    ),
  ...read,
})

export const useUploadStructure = (
  id: MaybeRefOrGetter<string>,
  campaign: MaybeRefOrGetter<string | undefined>,
) =>
  useQuery(
    computed(() => ({
      ...uploadStructure(toValue(id), toValue(campaign)),
      placeholderData: keepPreviousData,
    })),
  )

export const discardUpload = (id: string) =>
  body(api.DELETE('/api/uploads/{upload}', { params: { path: { upload: id } } })).catch(() => undefined)
