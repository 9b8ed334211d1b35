/** A text of comma-separated values (RFC 4180) as rows of cells; a byte order mark is no part of the first. */
export function cells(csv: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const text = csv.replace(/^\uFEFF/, '')
  const endRow = () => {
    rows.push([...row, cell])
    row = []
    cell = ''
  }
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i)
    if (quoted && c === '"' && text.charAt(i + 1) === '"') {
      cell += c
      i++
    } else if (c === '"') quoted = !quoted
    else if (quoted) cell += c
    else if (c === ',') {
      row.push(cell)
      cell = ''
    } else if (c === '\n') endRow()
    else if (c !== '\r') cell += c
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}

/** Where a column of the register's sheet stands; the server keeps their order. */
const AT = {
  number: 0,
  source: 1,
  problem: 2,
  aspect: 3,
  manifestation: 4,
  goal: 5,
  measures: 6,
  type: 7,
  unit: 8,
  post: 9,
  person: 10,
  due: 11,
  progress: 12,
  closed: 15,
  organization: 20,
  campaign: 21,
} as const
export type SheetColumn = keyof typeof AT

/** The usual three lists: what is wrong, what is done about it, who answers for it. */
export const LISTS = {
  problems: ['number', 'problem', 'aspect', 'manifestation', 'source', 'type'],
  measures: ['number', 'problem', 'goal', 'measures', 'due', 'progress'],
  duties: ['number', 'problem', 'unit', 'post', 'person', 'due', 'closed'],
} as const satisfies Record<string, SheetColumn[]>
export type List = keyof typeof LISTS

/** One of the lists, with its headings as the sheet has them. What is the same in all rows is no column. */
export function listed(list: List, sheet: string[][]): { head: string[]; rows: string[][] } {
  const [heading = [], ...rows] = sheet
  const differs = (column: SheetColumn) => new Set(rows.map((row) => row[AT[column]])).size > 1
  const [number, ...others] = LISTS[list]
  const columns: SheetColumn[] = [
    number,
    ...(['campaign', 'organization'] as const).filter(differs),
    ...others,
  ]
  const pick = (row: string[]) => columns.map((column) => row[AT[column]] ?? '')
  return { head: pick(heading), rows: rows.map(pick) }
}

/** What a column holds where it holds the same in all rows. */
export const common = (column: SheetColumn, [, ...rows]: string[][]): string | undefined => {
  const found = new Set(rows.map((row) => row[AT[column]]))
  return found.size === 1 ? [...found][0] : undefined
}
