/** How figures, sizes and moments are written everywhere: 2026-11-23 14:05, 1.2 MB, 87.5 %. */
let zone = 'Asia/Shanghai'
let clock = clockIn(zone)

function clockIn(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
}

/** The zone in which the archive counts days; set once, from the server's settings. */
export function useZone(timeZone: string): void {
  zone = timeZone
  clock = clockIn(zone)
}

function parts(instant: string | number | Date): Record<string, string> {
  const all = clock.formatToParts(new Date(instant))
  return Object.fromEntries(all.map((part) => [part.type, part.value]))
}

export function moment(instant: string | number | Date | null | undefined, seconds = false): string {
  if (instant === undefined || instant === null) return '–'
  const p = parts(instant)
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}${seconds ? `:${p.second}` : ''}`
}

export function today(): string {
  const p = parts(Date.now())
  return `${p.year}-${p.month}-${p.day}`
}

/** Whole days that are left until then; never less than none. */
export const daysUntil = (instant: string, now = Date.now()): number =>
  Math.max(0, Math.floor((Date.parse(instant) - now) / 86_400_000))

/** Days from one day to another, both as 2026-11-23; negative where it has passed. */
export const daysTo = (day: string, from = today()): number =>
  Math.round((Date.parse(day) - Date.parse(from)) / 86_400_000)

export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const unit = bytes < 2 ** 20 ? 'kB' : bytes < 2 ** 30 ? 'MB' : 'GB'
  const value = bytes / { kB: 2 ** 10, MB: 2 ** 20, GB: 2 ** 30 }[unit]
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`
}

/** A rate over nothing is a dash. It is cut, not rounded, at 100 %: 999 of 1000 must not read as all. */
export function rate(part: number, whole: number): string {
  if (whole === 0) return '–'
  const tenths = Math.round((1000 * part) / whole)
  return `${(part < whole ? Math.min(tenths, 999) : tenths) / 10} %`
}

export const count = (value: number) => value.toLocaleString('en-US')

/** The first sentence, and the next where it is but a few words: what a long text is called in a title or a list. */
export function headline(text: string, most = 60): string {
  const sentences = text.trim().split(/[\u3002\uff01\uff1f\n]+/)
  let line = sentences[0] ?? ''
  if ([...line].length < FEW && sentences[1]) line += `\u3002${sentences[1].trim()}`
  return [...line].length > most ? `${[...line].slice(0, most).join('')}…` : line
}
const FEW = 16
