import type { Obligation, ReadStructure, Upload } from '@/api/types'

/** Guesses that prefill the form. Each is shown and can be changed; none is ever filed unseen. */

const TYPES: Record<string, string> = {
  'self-examination': 'SELF-EXAM',
  meeting: 'MEETING',
  plan: 'PLAN',
  rectification: 'RECTIFY',
  implementation: 'IMPLEMENT',
}

export const slotKey = (o: { campaign: string; documentType: string; period: string }) =>
  `${o.campaign}|${o.documentType}|${o.period}`

/** The title as read, else the one the reader guessed, else the file's name without its ending. */
export function guessTitle(upload: Upload, structure?: ReadStructure): string {
  return structure?.title?.text.trim() || upload.title?.trim() || upload.name.replace(/\.[^.]+$/, '')
}

/** The slot a file most likely belongs to: by its kind or its words among what is still owed, else the only one owed. */
export function guessSlot(owed: Obligation[], upload: Upload, structure?: ReadStructure): string {
  const open = owed.filter((one) => one.state !== 'delivered')
  const type = TYPES[structure?.kind ?? '']
  const words = `${upload.name} ${guessTitle(upload, structure)}`
  const found =
    open.find((one) => one.documentType === type) ??
    open.find((one) => words.includes(one.documentName)) ??
    (open.length === 1 ? open[0] : undefined)
  return found ? slotKey(found) : ''
}

/** The day of the document, where it tells one. */
export const guessDate = (structure?: ReadStructure) => structure?.date?.value ?? ''
