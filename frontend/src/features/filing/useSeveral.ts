import { useQueryClient } from '@tanstack/vue-query'
import { computed, onBeforeUnmount, reactive, ref, watch } from 'vue'
import { idempotencyKey } from '@/api/client'
import { filledOf } from '@/api/drafts'
import { fileReport, obligations } from '@/api/reports'
import type { FiledReport, Filing, Obligation, Suggestions, Upload } from '@/api/types'
import { suggestions } from '@/api/uploads'
import { isDelivered } from '@/ui/state'
import { slotKey } from '@/api/reports'
import type { Kept } from './keeping'
import { suggestedOf } from './suggested'
import type { Item, Uploads } from './useUploads'

/** One of several files, on its way to a report of its own. */
export interface Line {
  item: Item
  organization: string
  organizationName: string
  slot: string
  title: string
  date: string
  suggested?: Suggestions
  /** The organisation that was suggested before the clerk chose one. */
  first?: string
  /** The version to be replaced against what the list of obligations said, after a collision. */
  replacing: string
  state: 'waiting' | 'open' | 'filing' | 'filed'
  filed?: FiledReport
  error?: unknown
  /** The last attempt: the same thing is filed again under the same key. */
  attempt: { body: string; key: string }
}

/**
 * Several files at once: each is put to its slot, and all are filed in one press. Each is kept as a draft of its own:
 * after a reload none is lost.
 */
export function useSeveral(uploads: Uploads, keep: () => Kept) {
  const queries = useQueryClient()
  const lines = reactive<Line[]>([])
  /** What each organisation owes and may still file. */
  const owed = reactive(new Map<string, Obligation[]>())
  const busy = ref(false)

  const lineOf = (item: Item): Line => {
    item.kept ??= keep()
    return reactive({
      item,
      organization: '',
      organizationName: '',
      slot: '',
      title: '',
      date: '',
      replacing: '',
      state: 'waiting',
      attempt: { body: '', key: '' },
    })
  }

  /** A line for each file, in their order; what is filed stays to be seen. */
  function follow() {
    for (const item of uploads.items) if (!lines.some((line) => line.item === item)) lines.push(lineOf(item))
    for (let at = lines.length - 1; at >= 0; at--) {
      const line = lines[at]
      if (line && line.state !== 'filed' && !uploads.items.includes(line.item)) lines.splice(at, 1)
    }
    for (const line of lines)
      if (line.state === 'waiting' && line.item.state === 'read') {
        line.state = 'open'
        void suggest(line)
      }
  }
  watch(() => uploads.items.map(({ key, state }) => `${key}${state}`), follow, { immediate: true })

  async function load(organization: string) {
    if (!organization) return
    const all = await queries.fetchQuery({ ...obligations(organization), staleTime: 0 }).catch(() => [])
    owed.set(
      organization,
      all.filter((one) => one.open),
    )
  }

  /** Fills in the line; with an organisation, for that one. */
  async function suggest(line: Line, organization?: string) {
    const upload = line.item.upload
    if (!upload) return
    try {
      const found = await queries.fetchQuery(suggestions(upload.id, organization))
      await load(found.organization.value)
      // Meanwhile another one was chosen.
      if (organization && line.organization !== organization) return
      if (!organization) {
        line.first = found.organization.value
        line.title = found.title.value
        line.date = found.date?.value ?? ''
      }
      line.suggested = found
      line.organization = found.organization.value
      line.organizationName = found.organization.name ?? found.organization.value
      if (!line.slot && found.slot) line.slot = slotKey(found.slot)
    } catch (error) {
      line.error = error
    }
  }

  const slotOf = (line: Line) => owed.get(line.organization)?.find((one) => slotKey(one) === line.slot)

  const place = (line: Line) => `${line.organization}/${line.slot}`

  /** Key of what a line still lacks; empty where it can be filed. */
  function lacking(line: Line): string {
    if (line.item.state === 'failed' || line.item.state === 'gone') return 'file.notRead'
    if (line.state === 'waiting' || !line.suggested) return line.error ? 'file.notRead' : 'file.reading'
    const slot = slotOf(line)
    if (!slot) return 'file.needSlot'
    if (slot.state === 'accepted') return 'file.accepted'
    if (line.title.trim() === '') return 'file.needTitle'
    const same = lines.filter((other) => other.state !== 'filed' && place(other) === place(line))
    return same.length > 1 ? 'file.sameSlot' : ''
  }
  const ready = computed(() => lines.filter((line) => line.state === 'open' && lacking(line) === ''))

  function filingOf(line: Line, upload: Upload): Filing | undefined {
    const slot = slotOf(line)
    if (!slot) return undefined
    const replaces = line.replacing || (isDelivered(slot.state) ? (slot.report ?? '') : '')
    return {
      organization: line.organization,
      campaign: slot.campaign,
      documentType: slot.documentType,
      period: slot.period,
      title: line.title.trim(),
      ...(line.date ? { date: line.date } : {}),
      ...(replaces ? { replaces } : {}),
      files: [{ upload: upload.id, role: 'main' }],
    }
  }

  /** One line; what goes wrong stays with it, with its reason. */
  async function fileLine(line: Line) {
    const upload = line.item.upload
    const filing = upload && filingOf(line, upload)
    if (!filing) return
    const text = JSON.stringify(filing)
    if (line.attempt.body !== text) line.attempt = { body: text, key: idempotencyKey() }
    line.state = 'filing'
    delete line.error
    try {
      await line.item.kept?.settle()
      const draft = line.item.kept?.name.value
      line.filed = await fileReport(
        { ...filing, ...suggestedOf(line.suggested, line.first), ...(draft ? { draft } : {}) },
        line.attempt.key,
      )
      line.state = 'filed'
      // The server has thrown the staged file away.
      delete line.item.upload
      uploads.remove(line.item)
    } catch (error) {
      line.error = error
      line.state = 'open'
    }
  }

  /** All that can be filed, one after the other. */
  async function fileAll() {
    busy.value = true
    for (const line of ready.value) await fileLine(line)
    busy.value = false
    await queries.invalidateQueries({
      predicate: ({ queryKey }) => !String(queryKey[0]).startsWith('upload-'),
    })
    for (const organization of owed.keys()) await load(organization)
  }

  watch(
    () => lines.map(({ state, organization, slot, title, date }) => [state, organization, slot, title, date]),
    () => {
      for (const { item, organization, slot, title, date, state } of lines)
        if (state === 'open' && item.upload) {
          const { id, name } = item.upload
          const files = [{ upload: id, role: 'main' as const, name }]
          item.kept?.keep({ organization, slot, title, date: date ?? '', files })
        }
    },
    { deep: true },
  )
  onBeforeUnmount(() => lines.forEach(({ item }) => void item.kept?.flush()))
  /** Goes on from what a colleague made of the line's draft. */
  async function takeOther(line: Line) {
    const other = line.item.kept?.take()
    if (!other) return
    const { organization, slot, title, date } = filledOf(other)
    await load(organization)
    Object.assign(line, { organization, organizationName: organization, slot, title, date })
  }
  function drop(line: Line) {
    if (line.state !== 'filed') void line.item.kept?.remove()
    if (line.state === 'filed') lines.splice(lines.indexOf(line), 1)
    else uploads.remove(line.item)
  }

  return { lines, owed, busy, ready, lacking, slotOf, suggest, fileAll, drop, takeOther }
}
