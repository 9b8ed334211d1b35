/** The list one came from, so that its reports can be read one after the other. Kept for this tab. */
const KEY = 'guidang.list'

interface List {
  from: string
  ids: string[]
}

export const rememberList = (from: string, ids: string[]) =>
  sessionStorage.setItem(KEY, JSON.stringify({ from, ids } satisfies List))

/** Where `id` stands in that list; undefined where it does not. */
export function neighbours(id: string) {
  const list = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as List | null
  const at = list?.ids.indexOf(id) ?? -1
  if (!list || at < 0) return undefined
  return {
    from: list.from,
    at: at + 1,
    of: list.ids.length,
    previous: list.ids[at - 1],
    next: list.ids[at + 1],
  }
}
