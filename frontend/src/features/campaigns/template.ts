import type { TemplateAspect } from '@/api/types'

/** One aspect as it stands in the editor: the aliases in one field. */
export interface AspectLine {
  key: number
  name: string
  aliases: string
}

let next = 0
export const line = (name = '', aliases: string[] = []): AspectLine => ({
  key: next++,
  name,
  aliases: aliases.join('；'),
})

export const linesOf = (aspects: TemplateAspect[]) => aspects.map(({ name, aliases }) => line(name, aliases))

/** Aliases hold commas of their own: only semicolons and ends of lines divide them; 、 does where there is neither. */
export function aliasesOf(text: string): string[] {
  const hard = text.split(/[;；\n]/)
  const parts = hard.length > 1 || /[，,“”"]/.test(text) ? hard : text.split('、')
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))]
}

export const aspectsOf = (lines: AspectLine[]): TemplateAspect[] =>
  lines.map(({ name, aliases }) => ({ name: name.trim(), aliases: aliasesOf(aliases) }))

/** The list with one line moved by a step; as it is where there is nowhere to go. */
export function moved(lines: AspectLine[], at: number, step: 1 | -1): AspectLine[] {
  const to = at + step
  const one = lines[at]
  const other = lines[to]
  if (!one || !other) return lines
  const result = [...lines]
  result[at] = other
  result[to] = one
  return result
}
