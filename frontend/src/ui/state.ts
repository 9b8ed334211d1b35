/** The colour that repeats a state's word. */
export type Tone = 'good' | 'warn' | 'bad' | 'plain'

const versions: Record<string, Tone> = {
  accepted: 'good',
  filed: 'plain',
  superseded: 'plain',
  moved: 'plain',
}

/** Of a version of a report; what asks for something to be done warns. */
export const versionTone = (state: string): Tone => versions[state] ?? 'warn'

const slots: Record<string, Tone> = { delivered: 'good', accepted: 'good', missing: 'plain' }

/** Of what is owed. */
export const slotTone = (state: string, overdue: boolean): Tone =>
  overdue ? 'bad' : (slots[state] ?? 'warn')

/** Whether a report is awaited: none counts, or the one that does is to be mended. */
export const isAwaited = (state: string): boolean => state !== 'delivered' && state !== 'accepted'

/** Whether a version counts in a slot. */
export const isDelivered = (state: string): boolean =>
  ['delivered', 'returned', 'accepted', 'reopened'].includes(state)

const items: Record<string, Tone> = {
  closed: 'good',
  open: 'plain',
  'in-progress': 'plain',
  void: 'plain',
}

/** Of a rectification item; what waits for somebody warns. */
export const itemTone = (state: string): Tone => items[state] ?? 'warn'

/** Whether something is still to be done about an item. */
export const isUnsettled = (state: string): boolean => state !== 'closed' && state !== 'void'
