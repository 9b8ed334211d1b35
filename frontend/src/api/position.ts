import { ApiProblem } from './problem'

/**
 * The journal position of this tab's last write. Reads of the index ask to wait for it, so that people see what they
 * just did, even where they load the page anew; the server bounds the wait.
 */
const REMEMBERED_MS = 60_000
const KEPT = 'guidang.written'

export function notePosition(header: string | null): void {
  const position = Number(header ?? Number.NaN)
  if (Number.isInteger(position)) sessionStorage.setItem(KEPT, JSON.stringify({ position, at: Date.now() }))
}

function wanted(): number | undefined {
  const last = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') as { position: number; at: number } | null
  return last && Date.now() - last.at < REMEMBERED_MS ? last.position : undefined
}

/** Reads at the last write's position; where the index is too far behind, reads what there is. */
export async function atLastWrite<T>(read: (position: number | undefined) => Promise<T>): Promise<T> {
  const position = wanted()
  try {
    return await read(position)
  } catch (error) {
    if (position === undefined || !(error instanceof ApiProblem) || error.code !== 'not-caught-up')
      throw error
    sessionStorage.removeItem(KEPT)
    return read(undefined)
  }
}
