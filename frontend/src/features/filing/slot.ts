/** A slot of an organisation in one word, as it stands in addresses and drafts. */
export const slotKey = (o: { campaign: string; documentType: string; period: string }) =>
  `${o.campaign}|${o.documentType}|${o.period}`
