/** Words about a due date: how many days are left, or how many it is late. `days` is negative when late. */
export function dueKey(days: number | null | undefined, overdue: boolean): { key: string; days: number } {
  if (days === null || days === undefined) return { key: overdue ? 'due.overdue' : 'due.open', days: 0 }
  if (overdue || days < 0) return { key: 'due.late', days: Math.max(1, Math.abs(days)) }
  return days === 0 ? { key: 'due.today', days } : { key: 'due.left', days }
}
