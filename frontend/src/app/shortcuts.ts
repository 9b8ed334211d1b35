import { onBeforeUnmount, onMounted, ref } from 'vue'
import { useRouter } from 'vue-router'
import { entries } from './navigation'

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** `/` goes to the search box, `g` and a letter to a page, `?` lists all of it. */
export function useShortcuts(focusSearch: () => void) {
  const router = useRouter()
  const listed = ref(false)
  let going = 0

  function pressed(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
    if (event.key === '/') {
      event.preventDefault()
      focusSearch()
    } else if (event.key === '?') {
      listed.value = true
    } else if (event.key === 'g') {
      going = Date.now()
    } else if (Date.now() - going < 1200) {
      going = 0
      const entry = entries.find(({ letter }) => letter === event.key)
      if (entry) void router.push(entry.to)
    }
  }
  onMounted(() => document.addEventListener('keydown', pressed))
  onBeforeUnmount(() => document.removeEventListener('keydown', pressed))
  return { listed }
}
