import type { Filing, Suggestions } from '@/api/types'

/** Why a slot was chosen, with the words that tell the document. */
export const slotGrounds = (found: Suggestions | undefined) =>
  found?.slot ? { ...found.slot, place: found.documentType?.place ?? null } : undefined

/**
 * What was filled in before anybody wrote a word, to be sent along: differences measure the reader. `first` is the
 * organisation that was suggested before another was chosen.
 */
export function suggestedOf(found: Suggestions | undefined, first?: string): Pick<Filing, 'suggested'> {
  if (!found) return {}
  const { reader, organization, campaign, documentType, period, title, date } = found
  return {
    suggested: {
      reader,
      organization: first ?? organization.value,
      title: title.value,
      ...(campaign ? { campaign: campaign.value } : {}),
      ...(documentType ? { documentType: documentType.value } : {}),
      ...(period ? { period: period.value } : {}),
      ...(date ? { date: date.value } : {}),
    },
  }
}
