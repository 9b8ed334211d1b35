import { computed, ref } from 'vue'
import type { ItemRow } from '@/api/types'
import { keyOf } from '@/reading/itemRow'

/** Lines that were chosen, by item: the choice survives paging and filters. */
export function useChosen() {
  const chosen = ref<Record<string, ItemRow>>({})
  const picked = computed(() => Object.values(chosen.value))
  function choose(rows: ItemRow[], on: boolean) {
    const keys = new Set(rows.map(keyOf))
    const others = Object.entries(chosen.value).filter(([key]) => !keys.has(key))
    chosen.value = Object.fromEntries(on ? [...others, ...rows.map((row) => [keyOf(row), row])] : others)
  }
  /** What was read again replaces what was chosen of it; what can't be chosen any more is left out. */
  function renew(rows: ItemRow[], selects: (row: ItemRow) => boolean) {
    const known = rows.filter((row) => keyOf(row) in chosen.value)
    if (known.length === 0) return
    choose(
      known.filter((row) => !selects(row)),
      false,
    )
    choose(known.filter(selects), true)
  }
  const clear = () => (chosen.value = {})
  return { chosen, picked, choose, renew, clear }
}
