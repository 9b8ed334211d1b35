import type { Filing, Suggestions } from '@/api/types'

/** What was filled in before anybody wrote a word, to be sent along: differences measure the reader. */
export function suggestedOf(found: Suggestions | undefined): Pick<Filing, 'suggested'> {
  if (!found) return {}
  const { reader, organization, campaign, documentType, period, title, date } = found
  return {
    suggested: {
      reader,
      organization: organization.value,
      title: title.value,
      ...(campaign ? { campaign: campaign.value } : {}),
      ...(documentType ? { documentType: documentType.value } : {}),
      ...(period ? { period: period.value } : {}),
      ...(date ? { date: date.value } : {}),
    },
  }
}
