import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { addressOf, api, body, language, text } from './client'
import { sendInParts } from './resumable'
import { sendFile, type Sending } from './sending'
import type { Upload } from './types'

/** From here on a file goes in parts; on a slow line evidence does sooner. */
const LARGE = 8 << 20
const LARGE_ON_A_SLOW_LINE = 1 << 20

/** What the server takes as evidence, for the browser's own choice of files; what the bytes are decides there. */
export const evidenceTypes =
  'image/jpeg,image/png,image/webp,image/gif,image/bmp,image/tiff,.jpg,.jpeg,.png,.webp,.gif,.bmp,.tif,.tiff,' +
  '.pdf,.ofd,.docx,.doc,.wps,.xlsx,.xls,.et,.pptx,.ppt,.dps,.odt,.rtf,.txt'

function isSlow(): boolean {
  const line = (navigator as { connection?: { effectiveType?: string } }).connection
  return /2g|3g/.test(line?.effectiveType ?? '')
}

/** The clerks of the organisation may go on with it. A large file goes in parts and can be paused. */
export function sendUpload(
  file: File,
  organization: string,
  progress: (part: number) => void,
  purpose: 'report' | 'evidence' = 'report',
): Sending<Upload> {
  const large = purpose === 'evidence' && isSlow() ? LARGE_ON_A_SLOW_LINE : LARGE
  return file.size > large
    ? sendInParts(file, { organization, purpose }, progress)
    : sendFile<Upload>(addressOf('/api/uploads', { name: file.name, organization, purpose }), file, progress)
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
