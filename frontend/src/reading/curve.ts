import type { CurveFigures } from '@/api/types'

type Curve = CurveFigures['curve']
const DAY = 86_400_000
const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)

/** How many had arrived by the end of each day, from the day before the first on. */
export function grown(curve: Curve): [string, number][] {
  let sum = 0
  const points = curve.arrived.map(({ day, count }): [string, number] => [day, (sum += count)])
  const first = points[0]
  return first ? [[dayOf(at(first[0]) - DAY), 0], ...points] : []
}

/** The day on which most was due: the deadline. */
export function deadline(curve: Curve): string | undefined {
  return curve.due.reduce<Curve['due'][number] | undefined>(
    (most, day) => (!most || day.count > most.count ? day : most),
    undefined,
  )?.day
}

/** Another campaign's curve, moved so that its deadline is this one's: days before it stand below each other. */
export function aligned(points: [string, number][], own?: string, other?: string): [string, number][] {
  if (!own || !other) return points
  const shift = at(own) - at(other)
  return points.map(([day, value]) => [dayOf(at(day) + shift), value])
}
