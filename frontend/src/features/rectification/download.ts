import { evidenceTicket, type ItemName } from '@/api/rectifications'
import type { Evidence } from '@/api/types'

/** Hands a file to the person, by an address that is good for a minute. */
export async function download(
  item: ItemName,
  position: number,
  file: Evidence,
  name: string,
): Promise<void> {
  const { url } = await evidenceTicket(item, position, file.n)
  const link = document.createElement('a')
  link.href = `${url}${url.includes('?') ? '&' : '?'}download`
  link.download = name
  link.click()
}
