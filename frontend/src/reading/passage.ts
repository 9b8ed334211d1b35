import type { PassageSide } from '@/api/types'

export interface Piece {
  text: string
  same: boolean
}

/** One side of a passage, cut where what stands on the other side too begins and ends. Offsets are those of the report. */
export function pieces({ text, start, same }: PassageSide): Piece[] {
  const cut: Piece[] = []
  let at = 0
  const add = (to: number, isSame: boolean) => {
    if (to > at) cut.push({ text: text.slice(at, to), same: isSame })
    at = Math.max(at, to)
  }
  for (const range of same) {
    add(Math.min(range.start - start, text.length), false)
    add(Math.min(range.end - start, text.length), true)
  }
  add(text.length, false)
  return cut
}

/** Whether the server left out the end of a very long one. */
export const isCut = ({ text, start, end }: PassageSide) => text.length < end - start
