import { computed, reactive } from 'vue'
import type { Sending } from '@/api/sending'
import type { Upload } from '@/api/types'
import { discardUpload, sendUpload } from '@/api/uploads'

/** One file on its way into a record of progress. */
export interface EvidenceFile {
  key: number
  name: string
  size: number
  /** Its date of effect: the day of what it shows. */
  on: string
  state: 'sending' | 'reading' | 'read' | 'failed'
  /** Part sent, 0–1. */
  part: number
  upload?: Upload
  error?: unknown
  cancel: () => void
  /** Only where it can be paused. */
  paused?: boolean
  pause?: () => void
  resume?: () => void
}

/** The most files that one record takes. */
export const MOST_FILES = 20
let next = 0

/** Files that show what was done, several at once; the clerks of the organisation may go on with them. */
export function useEvidence(organization: () => string) {
  const files = reactive<EvidenceFile[]>([])
  const busy = computed(() => files.some(({ state }) => state === 'sending' || state === 'reading'))
  const read = computed(() =>
    files.filter(
      (file): file is EvidenceFile & { upload: Upload } => file.state === 'read' && file.upload !== undefined,
    ),
  )

  function add(chosen: File[]) {
    for (const file of chosen.slice(0, MOST_FILES - files.length)) {
      const one: EvidenceFile = reactive({
        key: next++,
        name: file.name,
        size: file.size,
        on: '',
        state: 'sending',
        part: 0,
        cancel: () => {},
      })
      files.push(one)
      void send(one, file)
    }
  }

  async function send(one: EvidenceFile, file: File) {
    const sending = sendUpload(
      file,
      organization(),
      (part) => {
        one.part = part
        one.state = part === 1 ? 'reading' : 'sending'
      },
      'evidence',
    )
    one.cancel = sending.cancel
    pausable(one, sending)
    try {
      one.upload = await sending.done
      one.state = 'read'
      if (!files.includes(one)) void discardUpload(one.upload.id)
    } catch (error) {
      one.state = 'failed'
      one.error = error
      if (error instanceof DOMException && error.name === 'AbortError') drop(one)
    }
  }

  function pausable(one: EvidenceFile, { pause, resume }: Sending<Upload>) {
    if (!pause || !resume) return
    const turn = (paused: boolean, act: () => void) => () => {
      one.paused = paused
      act()
    }
    one.pause = turn(true, pause)
    one.resume = turn(false, resume)
  }

  function drop(one: EvidenceFile) {
    const at = files.indexOf(one)
    if (at >= 0) files.splice(at, 1)
  }

  /** Takes a file out again; what the server already holds of it is thrown away. */
  function remove(one: EvidenceFile) {
    if (one.state === 'sending' || one.state === 'reading') one.cancel()
    if (one.upload) void discardUpload(one.upload.id)
    drop(one)
  }

  /** Once they are recorded, they are no longer ours to throw away. */
  const forget = () => void files.splice(0)

  return { files, busy, read, add, remove, forget }
}

export type EvidenceFiles = ReturnType<typeof useEvidence>
