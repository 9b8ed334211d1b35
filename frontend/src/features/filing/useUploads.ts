import { computed, reactive } from 'vue'
import { ApiProblem } from '@/api/problem'
import type { FileRole } from '@/api/types'
import { upload as fetchUpload } from '@/api/uploads'
import { sentFile, useSentFiles, type SentFile } from '@/reading/useSentFiles'
import type { Kept } from './keeping'

/** One file on its way into a filing. */
export interface Item extends SentFile {
  role: FileRole
  /** Keeps it as a draft where it is a report of its own. */
  kept?: Kept
}

/** The files of one filing: the first is the main one, a scan of it is guessed from its name, the rest is attached. */
export function useUploads(organization: () => string) {
  const { files: items, read, busy, add: send, remove } = useSentFiles(organization, 'report', inherit)
  const main = computed(() => read.value.find((item) => item.role === 'main'))

  function roleFor(name: string): FileRole {
    if (!items.some((item) => item.role === 'main' && item.state !== 'failed')) return 'main'
    return /签字|签章|盖章|扫描|scan|signed/i.test(name) ? 'signed-scan' : 'attachment'
  }

  function add(files: File[]) {
    for (const file of files) send({ ...sentFile(file.name, file.size), role: roleFor(file.name) }, file)
  }

  function inherit(dropped: Item) {
    const heir = items.find((other) => other.state !== 'failed')
    if (dropped.role === 'main' && heir) heir.role = 'main'
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
      items.push(reactive({ ...sentFile(name, 0), role, state: 'reading', part: 1 }))
    await Promise.all(files.map(({ upload }, n) => refresh(items[n], upload)))
  }

  async function refresh(item: Item | undefined, id: string) {
    if (!item) return
    try {
      item.upload = await fetchUpload(id)
      item.size = item.upload.size
      item.state = 'read'
    } catch (error) {
      item.state = error instanceof ApiProblem && error.problem.status === 404 ? 'gone' : 'failed'
      item.error = error
    }
  }

  return { items, read, busy, main, add, remove, setRole, restore }
}

export type Uploads = ReturnType<typeof useUploads>
