/** The words of a period: a year, a half, a quarter, a month, once, or a numbered date of a standing campaign. */
interface Words {
  year: (year: string) => string
  half: (year: string, half: string) => string
  quarter: (year: string, quarter: string) => string
  month: (year: string, month: string) => string
  once: string
}

export const periodIn =
  (words: Words) =>
  (context: { named: (name: string) => unknown }): string => {
    const period = String(context.named('period') ?? '')
    if (period === 'once') return words.once
    const [, year = '', rest = ''] = /^(\d{4})(?:-(H[12]|Q[1-4]|\d{2}))?$/.exec(period) ?? []
    if (!year) return period
    if (!rest) return words.year(year)
    if (rest.startsWith('H')) return words.half(year, rest.slice(1))
    return rest.startsWith('Q') ? words.quarter(year, rest.slice(1)) : words.month(year, rest)
  }
