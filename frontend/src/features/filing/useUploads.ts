import { computed, reactive } from 'vue'
import { discardUpload, sendUpload, upload as fetchUpload } from '@/api/uploads'
import { ApiProblem } from '@/api/problem'
import type { Sending } from '@/api/sending'
import type { FileRole, Upload } from '@/api/types'
import type { Kept } from './keeping'

/** One file on its way into a filing. */
export interface Item {
  key: number
  name: string
  size: number
  role: FileRole
  state: 'sending' | 'reading' | 'read' | 'failed' | 'gone'
  /** Part sent, 0–1. */
  part: number
  upload?: Upload
  error?: unknown
  /** Keeps it as a draft where it is a report of its own. */
  kept?: Kept
  cancel: () => void
  /** Only where it can be paused. */
  paused?: boolean
  pause?: () => void
  resume?: () => void
}

let next = 0

/**
 * The files of one filing: the first is the main one, a scan of it is guessed from its name, the rest is attached. The
 * clerks of the organisation may all go on with them.
 */
export function useUploads(organization: () => string) {
  const items = reactive<Item[]>([])
  const read = computed(() =>
    items.filter(
      (item): item is Item & { upload: Upload } => item.state === 'read' && item.upload !== undefined,
    ),
  )
  const busy = computed(() => items.some((item) => item.state === 'sending' || item.state === 'reading'))
  const main = computed(() => read.value.find((item) => item.role === 'main'))

  function roleFor(name: string): FileRole {
    if (!items.some((item) => item.role === 'main' && item.state !== 'failed')) return 'main'
    return /签字|签章|盖章|扫描|scan|signed/i.test(name) ? 'signed-scan' : 'attachment'
  }

  function add(files: File[]) {
    for (const file of files) {
      const item: Item = reactive({
        key: next++,
        name: file.name,
        size: file.size,
        role: roleFor(file.name),
        state: 'sending',
        part: 0,
        cancel: () => {},
      })
      items.push(item)
      void send(item, file)
    }
  }

  async function send(item: Item, file: File) {
    const sending = sendUpload(file, organization(), (part) => {
      item.part = part
      if (part === 1) item.state = 'reading'
    })
    item.cancel = sending.cancel
    pausable(item, sending)
    try {
      item.upload = await sending.done
      item.state = 'read'
      if (!items.includes(item)) return void discardUpload(item.upload.id)
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return drop(item)
      fail(item, error)
    }
  }

  function pausable(item: Item, { pause, resume }: Sending<Upload>) {
    if (!pause || !resume) return
    const turn = (paused: boolean, act: () => void) => () => {
      item.paused = paused
      act()
    }
    item.pause = turn(true, pause)
    item.resume = turn(false, resume)
  }

  function fail(item: Item, error: unknown) {
    item.state = 'failed'
    item.error = error
  }

  function drop(item: Item) {
    const at = items.indexOf(item)
    if (at >= 0) items.splice(at, 1)
    if (item.role === 'main') {
      const heir = items.find((other) => other.state !== 'failed')
      if (heir) heir.role = 'main'
    }
  }

  /** Takes a file out again; what the server already holds of it is thrown away. */
  function remove(item: Item) {
    if (item.state === 'sending' || item.state === 'reading') item.cancel()
    if (item.upload) void discardUpload(item.upload.id)
    drop(item)
  }

  /** One main file at a time: making another one main frees the first. */
  function setRole(item: Item, role: FileRole) {
    if (role === 'main') for (const other of items) if (other.role === 'main') other.role = 'attachment'
    item.role = role
  }

  /** Takes up the files of a draft; staging expires, and an expired file has to be chosen again. */
  async function restore(files: { upload: string; role: FileRole; name: string }[]) {
    items.splice(0)
    for (const { name, role } of files)
      items.push(reactive({ key: next++, name, size: 0, role, state: 'reading', part: 1, cancel: () => {} }))
    await Promise.all(files.map(({ upload }, n) => refresh(items[n], upload)))
  }

  async function refresh(item: Item | undefined, id: string) {
    if (!item) return
    try {
      item.upload = await fetchUpload(id)
      item.size = item.upload.size
      item.state = 'read'
    } catch (error) {
      if (error instanceof ApiProblem && error.problem.status === 404) item.state = 'gone'
      else fail(item, error)
    }
  }

  return { items, read, busy, main, add, remove, setRole, restore }
}

export type Uploads = ReturnType<typeof useUploads>
