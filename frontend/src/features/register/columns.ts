import { computed, ref } from 'vue'
import { COLUMNS, type Column } from '@/reading/itemRow'

const KEY = 'guidang.columns.register'
const FIRST: Column[] = ['organization', 'aspect', 'unit', 'type', 'state', 'due', 'age']
const isColumn = (name: unknown): name is Column => COLUMNS.includes(name as Column)

function read(): Column[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    return Array.isArray(kept) ? kept.filter(isColumn) : FIRST
  } catch {
    return FIRST
  }
}

/** Which columns stand beside number and problem; kept in this browser. */
export function useColumns() {
  const chosen = ref(read())
  const columns = computed({
    get: () => COLUMNS.filter((column) => chosen.value.includes(column)),
    set: (wanted: Column[]) => {
      chosen.value = wanted
      localStorage.setItem(KEY, JSON.stringify(wanted))
    },
  })
  return { columns }
}
