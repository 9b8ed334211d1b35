import { ref } from 'vue'
import type { FileRole, Upload } from './types'

/** An unfinished filing, kept in this browser alone until it is filed or thrown away. */
export interface Draft {
  id: string
  organization: string
  /** `campaign|documentType|period`, empty while none is chosen. */
  slot: string
  title: string
  date: string
  files: { upload: Upload; role: FileRole }[]
  savedAt: string
}

const KEPT = 30
const keyFor = (subject: string) => `guidang.drafts.${subject}`

function read(subject: string): Draft[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyFor(subject)) ?? '[]')
    return Array.isArray(kept) ? (kept as Draft[]) : []
  } catch {
    return []
  }
}

/** The drafts of one person, newest first. */
export function useDrafts(subject: string) {
  const drafts = ref(read(subject))
  function write(next: Draft[]) {
    drafts.value = next.slice(0, KEPT)
    try {
      localStorage.setItem(keyFor(subject), JSON.stringify(drafts.value))
    } catch {
      // A full or forbidden storage costs the draft, never the filing.
    }
  }
  return {
    drafts,
    save: (draft: Draft) => write([draft, ...read(subject).filter(({ id }) => id !== draft.id)]),
    remove: (id: string) => write(read(subject).filter((draft) => draft.id !== id)),
  }
}
