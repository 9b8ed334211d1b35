import { computed, reactive } from 'vue'
import type { Sending } from '@/api/sending'
import type { Upload } from '@/api/types'
import { discardUpload, sendUpload } from '@/api/uploads'
import { isUnderWay, type Sent } from '@/ui/sent'

export interface SentFile extends Sent {
  upload?: Upload
  cancel: () => void
}

let next = 0

export const sentFile = (name: string, size: number): SentFile => ({
  key: next++,
  name,
  size,
  state: 'sending',
  part: 0,
  cancel: () => {},
})

/**
 * Files that are sent as soon as they are chosen; the clerks of the organisation may all go on with them.
 *
 * @param dropped is told of a file that is no longer among them
 */
export function useSentFiles<F extends SentFile>(
  organization: () => string,
  purpose: 'report' | 'evidence',
  dropped: (file: F) => void = () => {},
) {
  const files = reactive([]) as F[]
  const busy = computed(() => files.some(isUnderWay))
  const read = computed(() =>
    files.filter(
      (file): file is F & { upload: Upload } => file.state === 'read' && file.upload !== undefined,
    ),
  )

  /** Puts a line for the file, of which more may be told than that it is sent. */
  function add(line: F, file: File) {
    const one = reactive(line) as F
    files.push(one)
    void send(one, file)
  }

  async function send(one: F, file: File) {
    const sending = sendUpload(
      file,
      organization(),
      (part) => {
        one.part = part
        one.state = part === 1 ? 'reading' : 'sending'
      },
      purpose,
    )
    one.cancel = sending.cancel
    pausable(one, sending)
    try {
      one.upload = await sending.done
      one.state = 'read'
      if (!files.includes(one)) void discardUpload(one.upload.id)
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return drop(one)
      one.state = 'failed'
      one.error = error
    }
  }

  function pausable(one: F, { pause, resume }: Sending<Upload>) {
    if (!pause || !resume) return
    const turn = (paused: boolean, act: () => void) => () => {
      one.paused = paused
      act()
    }
    one.pause = turn(true, pause)
    one.resume = turn(false, resume)
  }

  function drop(one: F) {
    const at = files.indexOf(one)
    if (at < 0) return
    files.splice(at, 1)
    dropped(one)
  }

  /** Takes a file out again; what the server already holds of it is thrown away. */
  function remove(one: F) {
    if (isUnderWay(one)) one.cancel()
    if (one.upload) void discardUpload(one.upload.id)
    drop(one)
  }

  return { files, busy, read, add, remove }
}
