import type { ItemType, ItemWords, NewItem } from '@/api/types'

/** The fields of an item that are words, and the most characters that each takes. */
export const WORD_LIMITS = {
  problem: 2000,
  aspect: 60,
  source: 4000,
  manifestation: 4000,
  goal: 4000,
  measures: 4000,
  unit: 200,
  post: 200,
  person: 60,
  remarks: 4000,
  evidence: 4000,
  review: 4000,
} as const

export type WordField = keyof typeof WORD_LIMITS

/** In the order of the register's columns. */
export const WORD_FIELDS = [
  'source',
  'problem',
  'aspect',
  'manifestation',
  'goal',
  'measures',
  'unit',
  'post',
  'person',
  'evidence',
  'review',
  'remarks',
] as const satisfies readonly WordField[]

/** The words as they are sent: what is empty is left out. */
export function saidWords(words: ItemWords): ItemWords {
  const said: ItemWords = { problem: words.problem.trim() }
  for (const field of WORD_FIELDS) {
    const value = words[field]?.trim()
    if (value) said[field] = value
  }
  return said
}

/** What an item must have: a problem, and who is to mend it. */
export const isComplete = (words: ItemWords): boolean =>
  words.problem.trim() !== '' && !!(words.unit?.trim() || words.post?.trim())

/** The fields in which two differ. */
export const differing = (one: ItemWords | undefined, other: ItemWords | undefined): WordField[] =>
  WORD_FIELDS.filter((field) => (one?.[field] ?? '').trim() !== (other?.[field] ?? '').trim())

/** An item as it is filled in. */
export interface ItemForm {
  words: ItemWords
  type: ItemType
  due: string
}

export const newItem = ({ words, type, due }: ItemForm): NewItem => ({
  type,
  words: saidWords(words),
  ...(due ? { due } : {}),
})
