import { reactive } from 'vue'

/** Short sentences about what was just done, read out by screen readers and gone after a while. */
export const notices = reactive<{ id: number; text: string }[]>([])
let next = 0

export function say(text: string): void {
  const id = next++
  notices.push({ id, text })
  setTimeout(() => {
    const at = notices.findIndex((notice) => notice.id === id)
    if (at >= 0) notices.splice(at, 1)
  }, 6000)
}
