import type { Campaign } from '@/api/types'

export const toneOf = (state: Campaign['state']) =>
  ({ draft: 'plain', opening: 'warn', open: 'good', closed: 'plain' })[state] as 'plain' | 'warn' | 'good'

/** The kinds of documents that a campaign usually asks for; names in the language of the records. */
export const KINDS = ['PLAN', 'SELF-EXAM', 'MEETING', 'RECTIFY', 'IMPLEMENT'] as const
