import { computed, markRaw, ref, shallowRef } from 'vue'
import { draftId, type DraftName, type Filled } from '@/api/drafts'
import { ApiProblem, asProblem, type Problem } from '@/api/problem'
import type { Draft } from '@/api/types'

/** After the last change, in ms. */
const PAUSE = 800
/** Before a saving that failed is tried again, in ms. */
const AGAIN = 5_000

export type KeptState = 'none' | 'kept' | 'unsaved' | 'changed' | 'gone'

/** What a draft is kept by. */
export interface Store {
  save(name: DraftName, version: number, filled: Filled): Promise<Draft>
  fetch(name: DraftName): Promise<Draft>
  remove(name: DraftName): Promise<unknown>
}

/**
 * Keeps one draft as it is changed: the last change is saved, one saving after the other. What cannot be saved is tried
 * again and lost on no page; where a colleague saved meanwhile, both are there until the person chooses.
 */
export function keeping(store: Store, organization: string) {
  const state = ref<KeptState>('none')
  const kept = shallowRef<Draft>()
  /** What a colleague saved meanwhile. */
  const other = shallowRef<Draft>()
  /** Why it could not be saved. */
  const problem = shallowRef<Problem>()
  const name = computed<DraftName | undefined>(() =>
    kept.value ? { organization: kept.value.keeper, id: kept.value.id } : undefined,
  )
  let id = ''
  let wanted: Filled | undefined
  let last = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  let saving: Promise<void> | undefined

  function open(draft: Draft) {
    kept.value = draft
    id = draft.id
    state.value = 'kept'
  }

  function keep(filled: Filled) {
    const text = JSON.stringify(filled)
    if (filled.files.length === 0 || text === last) return
    last = text
    wanted = filled
    if (state.value !== 'changed' && state.value !== 'gone') after(PAUSE)
  }

  function after(pause: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), pause)
  }

  /** Saves now what waits to be saved. */
  async function flush(): Promise<void> {
    clearTimeout(timer)
    while (saving) await saving
    if (!wanted || state.value === 'changed' || state.value === 'gone') return
    saving = save(wanted)
    await saving
    saving = undefined
  }

  async function save(filled: Filled) {
    id ||= draftId(filled.files[0]?.upload ?? '')
    const at = name.value ?? { organization, id }
    try {
      kept.value = await store.save(at, kept.value?.version ?? 0, filled)
      state.value = 'kept'
      if (wanted === filled) wanted = undefined
      else after(PAUSE)
    } catch (error) {
      await failed(error, at)
    }
  }

  async function failed(error: unknown, at: DraftName) {
    const code = error instanceof ApiProblem ? error.code : ''
    if (code === 'draft-gone') state.value = 'gone'
    else if (code === 'draft-changed') {
      other.value = await store.fetch(at).catch(() => undefined)
      state.value = other.value ? 'changed' : 'unsaved'
    } else state.value = 'unsaved'
    problem.value = asProblem(error)
    if (state.value === 'unsaved' && (!(error instanceof ApiProblem) || error.passing)) after(AGAIN)
  }

  /** Goes on from what the colleague saved; the page shows that. */
  function take(): Draft | undefined {
    const theirs = other.value
    if (!theirs) return undefined
    stop()
    open(theirs)
    other.value = undefined
    return theirs
  }

  /** Keeps what stands on the page as a draft of its own; the colleague's stays as it is. */
  function keepOwn(): Promise<void> {
    id = ''
    kept.value = undefined
    other.value = undefined
    state.value = 'none'
    return flush()
  }

  function stop() {
    clearTimeout(timer)
    wanted = undefined
    last = ''
  }

  /** Nothing more is saved, and nothing is on its way: before it is filed or removed. */
  async function settle(): Promise<void> {
    stop()
    while (saving) await saving
    stop()
  }

  /** Removes it, for all. */
  async function remove(): Promise<void> {
    await settle()
    const at = name.value
    id = ''
    kept.value = undefined
    state.value = 'none'
    if (at) await store.remove(at).catch(() => undefined)
  }

  // It lies in what is reactive itself: its parts stay references there.
  return markRaw({ state, kept, other, problem, name, open, keep, flush, take, keepOwn, settle, remove })
}

export type Kept = ReturnType<typeof keeping>
