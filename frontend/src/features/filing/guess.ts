import type { Obligation, Upload } from '@/api/types'

/** Guesses that prefill the form. Each is shown and can be changed; none is ever filed unseen. */

const KINDS: [RegExp, string][] = [
  [/落实情况/, 'IMPLEMENT'],
  [/整改.*(方案|台账|清单)|台账/, 'RECTIFY'],
  [/会议情况|召开情况|情况报告/, 'MEETING'],
  [/对照检查|检视剖析|对照检视/, 'SELF-EXAM'],
  [/方案/, 'PLAN'],
]

export const slotKey = (o: { campaign: string; documentType: string; period: string }) =>
  `${o.campaign}|${o.documentType}|${o.period}`

/** The title that the reader found, else the first line, else the file's name without its ending. */
export function guessTitle(upload: Upload): string {
  const first = upload.excerpt.split('\n', 1)[0]?.trim() ?? ''
  const line = first.length > 3 && first.length <= 60 && !/[。；！？]/.test(first) ? first : ''
  return line || upload.title?.trim() || upload.name.replace(/\.[^.]+$/, '')
}

/** The slot a file most likely belongs to: by its words among what is still owed, else the only one owed. */
export function guessSlot(owed: Obligation[], upload: Upload): string {
  const open = owed.filter((one) => one.state !== 'delivered')
  const words = `${upload.name} ${guessTitle(upload)}`
  const kind = KINDS.find(([pattern]) => pattern.test(words))?.[1]
  const byName = open.find((one) => words.includes(one.documentName))
  const found =
    byName ?? open.find((one) => one.documentType === kind) ?? (open.length === 1 ? open[0] : undefined)
  return found ? slotKey(found) : ''
}

const DIGITS = '〇一二三四五六七八九'

function year(written: string): string {
  return [...written.replace(/[○零]/g, '〇')]
    .map((c) => (DIGITS.includes(c) ? DIGITS.indexOf(c) : c))
    .join('')
}

function dayOrMonth(written: string): number {
  if (/^\d+$/.test(written)) return Number(written)
  const [tens, ones] = written.includes('十') ? written.split('十') : ['', written]
  const ten = written.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens ?? '')) : 0
  return ten * 10 + (ones ? DIGITS.indexOf(ones) : 0)
}

/** The date of the sign-off: the last line that is nothing but a date. */
export function guessDate(text: string): string {
  const line =
    /^[\s（(]*([\d〇○零一二三四五六七八九]{4})\s*[年.-]\s*([\d一二三四五六七八九十]{1,3})\s*[月.-]\s*([\d一二三四五六七八九十]{1,3})\s*日?[\s）)]*$/
  for (const candidate of text.trimEnd().split('\n').slice(-12).reverse()) {
    const found = line.exec(candidate.trim())
    if (!found) continue
    const [y, m, d] = [year(found[1] ?? ''), dayOrMonth(found[2] ?? ''), dayOrMonth(found[3] ?? '')]
    if (/^\d{4}$/.test(y) && m >= 1 && m <= 12 && d >= 1 && d <= 31)
      return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  }
  return ''
}
