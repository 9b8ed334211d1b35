/** A piece of text, and whether it is what was looked for. */
export interface Piece {
  text: string
  hit: boolean
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  '#x2F': '/',
  '#47': '/',
}

/**
 * Takes a server's highlight apart: HTML-escaped text in which `<em>` alone is markup. Pages put the pieces into text
 * nodes, so whatever else a document holds stays text.
 */
export function pieces(highlight: string): Piece[] {
  const decode = (part: string) =>
    part.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
  return highlight
    .split(/(<em>[\s\S]*?<\/em>)/)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('<em>') && part.endsWith('</em>')
        ? { text: decode(part.slice(4, -5)), hit: true }
        : { text: decode(part), hit: false },
    )
}

/** The words of a query that may stand in a text: quotes hold a phrase together, operators are left out. */
export function words(query: string): string[] {
  const found = query.match(/"[^"]+"|“[^”]+”|\S+/g) ?? []
  return found
    .map((word) => word.replace(/^["“]|["”]$/g, '').trim())
    .filter((word) => word !== '' && word !== '-')
}

/** Finds the words in a plain text, longest first, without overlap. */
export function mark(text: string, wanted: string[]): Piece[] {
  if (wanted.length === 0) return [{ text, hit: false }]
  const escaped = [...wanted]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return text
    .split(new RegExp(`(${escaped.join('|')})`, 'gi'))
    .map((part, index) => ({ text: part, hit: index % 2 === 1 }))
    .filter((piece) => piece.text !== '')
}
