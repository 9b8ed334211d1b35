import { sentFile, useSentFiles, type SentFile } from '@/reading/useSentFiles'

/** One file on its way into a record of progress. */
export interface EvidenceFile extends SentFile {
  /** Its date of effect: the day of what it shows. */
  on: string
}

/** The most files that one record takes. */
export const MOST_FILES = 20

/** Files that show what was done, several at once. */
export function useEvidence(organization: () => string) {
  const { files, busy, read, add: send, remove } = useSentFiles<EvidenceFile>(organization, 'evidence')

  function add(chosen: File[]) {
    for (const file of chosen.slice(0, MOST_FILES - files.length))
      send({ ...sentFile(file.name, file.size), on: '' }, file)
  }

  /** Once they are recorded, they are no longer ours to throw away. */
  const forget = () => void files.splice(0)

  return { files, busy, read, add, remove, forget }
}

export type EvidenceFiles = ReturnType<typeof useEvidence>
