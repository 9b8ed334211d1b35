import type { ItemVerb, ItemView } from '@/api/types'

/** What the dialog of an act asks for. Progress and other words have dialogs of their own. */
export interface ActForm {
  /** What its words are called in the request, and whether it goes without. */
  words: 'words' | 'reason' | undefined
  optional?: boolean
  /** The day that it takes; one that must be there is marked. */
  day?: 'completed' | 'due'
  dayNeeded?: boolean
  /** What it decides about: the request that waits while the dialog opens. */
  about?: 'closeOut' | 'extension'
  type?: boolean
  harmless?: boolean
  most?: number
}

export type SimpleVerb = Exclude<ItemVerb, 'progress' | 'edit'>

export const forms: Record<SimpleVerb, ActForm> = {
  'close-out': { words: 'words', optional: true, day: 'completed', harmless: true, most: 4000 },
  'withdraw-close-out': { words: 'reason', optional: true, about: 'closeOut' },
  extension: { words: 'reason', day: 'due', dayNeeded: true, harmless: true },
  close: { words: 'reason', optional: true, about: 'closeOut', harmless: true },
  return: { words: 'reason', about: 'closeOut' },
  'grant-extension': { words: 'reason', optional: true, day: 'due', about: 'extension', harmless: true },
  'refuse-extension': { words: 'reason', about: 'extension' },
  review: { words: 'reason', harmless: true },
  reopen: { words: 'reason', day: 'due' },
  reclassify: { words: 'reason', day: 'due', type: true, harmless: true },
  comment: { words: 'words', harmless: true, most: 4000 },
  void: { words: 'reason' },
}

/** The order of the buttons: what is done most often comes first. */
const order: ItemVerb[] = [
  'close',
  'return',
  'grant-extension',
  'refuse-extension',
  'progress',
  'close-out',
  'withdraw-close-out',
  'extension',
  'edit',
  'review',
  'reopen',
  'comment',
  'reclassify',
  'void',
]

export const offered = (item: ItemView): ItemVerb[] => order.filter((verb) => item.may.includes(verb))

/** Keys that open a dialog, as on the page of a report. */
export const KEYS: Record<string, ItemVerb> = { a: 'close', r: 'return', p: 'progress' }
