import type { ReadStructure } from '@/api/types'

/** What a stretch of the text is: the names are CSS classes of `AnnotatedText`. */
export type Mark = 'title' | 'heading' | 'item' | 'placeholder' | 'due' | 'finding'

export interface Stretch {
  start: number
  text: string
  marks: Mark[]
  /** Where a section begins: its role. */
  role?: string
  /** Where an item begins that names an aspect of the template: the template's name for it. */
  aspect?: string
}

interface Range<M> {
  start: number
  end: number
  mark: M
}

function ranges(structure: ReadStructure): Range<Mark>[] {
  const as = (mark: Mark, list: { start?: number | null; end?: number | null }[]) =>
    list.flatMap(({ start, end }) =>
      typeof start === 'number' && typeof end === 'number' && end > start ? [{ start, end, mark }] : [],
    )
  return [
    ...as('title', structure.title ? [structure.title] : []),
    ...as(
      'heading',
      structure.sections.map(({ start, bodyStart }) => ({ start, end: bodyStart })),
    ),
    ...as(
      'item',
      structure.items.map(({ start, bodyStart }) => ({ start, end: bodyStart })),
    ),
    ...as('placeholder', structure.placeholders),
    ...as('due', structure.dueDates),
    ...as(
      'finding',
      structure.findings.filter(({ severity }) => severity !== 'note'),
    ),
  ]
}

/** What an item is called by the template, by where it begins; only where the document words it otherwise. */
function aspectsByStart({ items, template }: ReadStructure): Map<number, string> {
  const named = (template?.items ?? []).flatMap(({ item, aspect }) => {
    const found = items[item]
    const name = template?.aspects[aspect]?.name
    return found && name && found.aspect !== name ? [[found.start, name] as const] : []
  })
  return new Map(named)
}

/** A stretch of a text and what it lies within. */
export interface Cut<M> {
  start: number
  text: string
  marks: M[]
}

/**
 * Cuts a text where a mark begins or ends, and at further places. Offsets are UTF-16, as strings have them here; what
 * lies outside of the text is left out.
 */
export function cut<M>(text: string, marked: Range<M>[], places: Iterable<number> = []): Cut<M>[] {
  const cuts = new Set([0, text.length, ...places])
  const opened = new Map<number, M[]>()
  const closed = new Map<number, M[]>()
  for (const { start, end, mark } of marked.filter((range) => range.end <= text.length)) {
    cuts.add(start).add(end)
    opened.set(start, [...(opened.get(start) ?? []), mark])
    closed.set(end, [...(closed.get(end) ?? []), mark])
  }
  const all = [...cuts].filter((place) => place <= text.length).sort((a, b) => a - b)
  const open = new Map<M, number>()
  const stretches: Cut<M>[] = []
  all.forEach((start, index) => {
    for (const mark of closed.get(start) ?? []) open.set(mark, (open.get(mark) ?? 0) - 1)
    for (const mark of opened.get(start) ?? []) open.set(mark, (open.get(mark) ?? 0) + 1)
    const end = all[index + 1]
    if (end === undefined) return
    const marks = [...open].filter(([, count]) => count > 0).map(([mark]) => mark)
    stretches.push({ start, text: text.slice(start, end), marks })
  })
  return stretches
}

/** Cuts the text into stretches, each with what was understood of it. */
export function annotate(text: string, structure: ReadStructure | undefined): Stretch[] {
  if (!structure) return text ? [{ start: 0, text, marks: [] }] : []
  const roles = new Map(structure.sections.map(({ start, role }) => [start, role]))
  const aspects = aspectsByStart(structure)
  return cut(text, ranges(structure), [...roles.keys(), ...aspects.keys()]).map((stretch) => {
    const role = roles.get(stretch.start)
    const aspect = aspects.get(stretch.start)
    return { ...stretch, ...(role ? { role } : {}), ...(aspect ? { aspect } : {}) }
  })
}
