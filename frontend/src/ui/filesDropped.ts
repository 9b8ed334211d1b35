import { onBeforeUnmount, onMounted, ref, toValue, type MaybeRefOrGetter } from 'vue'

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Takes the files that are dropped anywhere on the page, while `on`; `over` while they are held above it. */
export function useFilesDropped(give: (files: File[]) => void, on: MaybeRefOrGetter<boolean> = true) {
  const over = ref(false)
  let depth = 0
  const taken = (event: DragEvent) => toValue(on) && carriesFiles(event)

  function enter(event: DragEvent) {
    if (!taken(event)) return
    depth++
    over.value = true
  }
  function leave() {
    depth = Math.max(0, depth - 1)
    over.value = depth > 0
  }
  const hold = (event: DragEvent) => taken(event) && event.preventDefault()
  function drop(event: DragEvent) {
    depth = 0
    over.value = false
    if (!taken(event)) return
    event.preventDefault()
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length > 0) give(files)
  }
  const listeners = { dragenter: enter, dragleave: leave, dragover: hold, drop } as const
  onMounted(() =>
    Object.entries(listeners).forEach(([name, f]) => document.addEventListener(name, f as EventListener)),
  )
  onBeforeUnmount(() =>
    Object.entries(listeners).forEach(([name, f]) => document.removeEventListener(name, f as EventListener)),
  )
  return over
}
