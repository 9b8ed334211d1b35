import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, body } from './client'
import { ApiProblem } from './problem'
import { slotKey } from './reports'
import type { Draft, FileRole } from './types'

/** What is filled in so far, as the pages hold it. */
export interface Filled {
  organization: string
  /** `campaign|documentType|period`, empty while none is chosen. */
  slot: string
  title: string
  date: string
  files: { upload: string; role: FileRole; name: string }[]
}

/** Which draft, as it stands in addresses: whose clerks keep it, and its id there. */
export interface DraftName {
  organization: string
  id: string
}

export const draftAddress = ({ organization, id }: DraftName) => `${organization}/${id}`

export function draftNamed(address: string): DraftName | undefined {
  const [organization = '', id = ''] = address.split('/')
  return organization && id ? { organization, id } : undefined
}

export const filledOf = (draft: Draft): Filled => ({
  organization: draft.organization ?? '',
  slot:
    draft.campaign && draft.documentType && draft.period
      ? slotKey({ campaign: draft.campaign, documentType: draft.documentType, period: draft.period })
      : '',
  title: draft.title,
  date: draft.date ?? '',
  files: draft.files,
})

const path = (name: DraftName) => ({ params: { path: name } })

/** The drafts that the clerks of an organisation share. */
export const useDrafts = (organization: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['drafts', computed(() => toValue(organization))],
    queryFn: async () =>
      (await body(api.GET('/api/drafts', { params: { query: { organization: toValue(organization) } } })))
        .drafts,
  })

export const fetchDraft = (name: DraftName): Promise<Draft> =>
  body(api.GET('/api/drafts/{organization}/{id}', path(name)))

/** Saves it whole, after the version that the page saw; 0: a new one. */
export function saveDraft(name: DraftName, version: number, filled: Filled): Promise<Draft> {
  const [campaign, documentType, period] = filled.slot.split('|')
  return body(
    api.PUT('/api/drafts/{organization}/{id}', {
      ...path(name),
      // Also while the page is being left.
      keepalive: true,
      body: {
        version,
        title: filled.title,
        files: filled.files,
        ...(filled.organization ? { organization: filled.organization } : {}),
        ...(campaign && documentType && period ? { campaign, documentType, period } : {}),
        ...(filled.date ? { date: filled.date } : {}),
      },
    }),
  )
}

export const removeDraft = (name: DraftName): Promise<unknown> =>
  body(api.DELETE('/api/drafts/{organization}/{id}', path(name)))

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'
const TIME = 8

/** An id that begins with the time of the upload, so that the draft expires with it. 120 random bits. */
export function draftId(upload: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(upload.length - TIME))
  return upload.slice(0, TIME) + Array.from(bytes, (byte) => ALPHABET[byte % 32]).join('')
}

/** As releases before this one kept them: in the browser, for one person. */
interface Former {
  organization: string
  slot: string
  title: string
  date: string
  files: { upload: { id: string; name: string }; role: FileRole }[]
}

function formerDrafts(key: string): Former[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? (kept as Former[]) : []
  } catch {
    return []
  }
}

/** Hands over what this browser kept, once; what cannot be reached now is tried at the next visit. */
export async function handOver(subject: string, organization: string): Promise<number> {
  const key = `guidang.drafts.${subject}`
  const left: Former[] = []
  let handed = 0
  for (const former of formerDrafts(key)) {
    const first = former.files?.[0]?.upload.id
    if (!first) continue
    const files = former.files.map(({ upload, role }) => ({ upload: upload.id, role, name: upload.name }))
    try {
      await saveDraft({ organization, id: draftId(first) }, 0, { ...former, files })
      handed++
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.passing) left.push(former)
    }
  }
  if (left.length > 0) localStorage.setItem(key, JSON.stringify(left))
  else localStorage.removeItem(key)
  return handed
}
