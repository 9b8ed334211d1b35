import { addressOf, fetchAuthorized } from './client'
import { problemOf } from './problem'

/** Fetches a file and hands it to the person: a link can't carry the token. */
export async function save(
  path: string,
  query: Record<string, unknown>,
  otherwise: string,
  signal?: AbortSignal,
): Promise<void> {
  const response = await fetchAuthorized(new Request(addressOf(path, query), { signal: signal ?? null }))
  if (!response.ok) throw problemOf(response.status, await response.json().catch(() => undefined))
  hand(await response.blob(), fileName(response.headers.get('Content-Disposition'), otherwise))
}

function hand(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** RFC 5987: `filename*=UTF-8''…` */
export function fileName(disposition: string | null, otherwise: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  return encoded ? decodeURIComponent(encoded) : otherwise
}
