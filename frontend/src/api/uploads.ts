import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { addressOf, api, body, language, text } from './client'
import { sendFile } from './sending'
import type { Upload } from './types'

/** The clerks of the organisation may go on with it; evidence may be of more types than a report. */
export const sendUpload = (
  file: File,
  organization: string,
  progress: (part: number) => void,
  purpose?: 'evidence',
) => sendFile<Upload>(addressOf('/api/uploads', { name: file.name, organization, purpose }), file, progress)

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
