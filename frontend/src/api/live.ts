import { useQueryClient } from '@tanstack/vue-query'
import { onBeforeUnmount, ref, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { addressOf, fetchAuthorized } from './client'
import { ApiProblem } from './problem'
import { LIVE, type Asked } from './statistics'

export interface ServerEvent {
  event: string
  data: string
}

/** Takes server-sent events out of a growing text: what is not whole yet is left for the next call. */
export function events(text: string): { whole: ServerEvent[]; rest: string } {
  const blocks = text.replaceAll('\r\n', '\n').split('\n\n')
  const rest = blocks.pop() ?? ''
  const whole = blocks
    .map((block) => {
      const fields = block.split('\n').map((line) => /^(event|data): ?(.*)$/.exec(line))
      const of = (name: string) => fields.filter((field) => field?.[1] === name).map((field) => field?.[2])
      return { event: of('event')[0] ?? 'message', data: of('data').join('\n') }
    })
    .filter(({ event, data }) => event !== 'message' || data !== '')
  return { whole, rest }
}

/** Longer than this without a word, and the stream is broken, whatever the network says. */
const SILENCE = 40_000
const PAUSES = [1_000, 2_000, 5_000, 10_000, 30_000]

/**
 * Keeps figures moving: reads the stream through fetch, with the token; whatever it tells makes the page ask again.
 * `state` is `off` while a past moment is looked at, `live`, or `broken` since `heard`.
 */
export function useLive(asked: MaybeRefOrGetter<Asked>, on: MaybeRefOrGetter<boolean>) {
  const queries = useQueryClient()
  const state = ref<'off' | 'live' | 'broken'>('off')
  const heard = ref<number>()
  let stop = () => {}

  async function read(address: URL, signal: AbortSignal, alive: () => void) {
    const response = await fetchAuthorized(
      new Request(address, { headers: { Accept: 'text/event-stream' }, signal }),
    )
    if (!response.ok || !response.body) throw new ApiProblem({ code: 'stream', status: response.status })
    const reader = response.body.getReader()
    const decoder = new TextDecoder()
    let text = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const { whole, rest } = events(text + decoder.decode(value, { stream: true }))
      text = rest
      if (whole.length > 0) alive()
      if (whole.some(({ event }) => event === 'figures')) void queries.invalidateQueries({ queryKey: [LIVE] })
    }
  }

  function start() {
    stop()
    if (!toValue(on)) {
      state.value = 'off'
      return
    }
    const address = addressOf('/api/statistics/live', toValue(asked))
    let ended = false
    let failures = 0
    let current = new AbortController()
    let watchdog: ReturnType<typeof setTimeout> | undefined
    let pause: ReturnType<typeof setTimeout> | undefined
    const alive = () => {
      failures = 0
      state.value = 'live'
      heard.value = Date.now()
      clearTimeout(watchdog)
      watchdog = setTimeout(() => current.abort(), SILENCE)
    }
    const again = async () => {
      current = new AbortController()
      watchdog = setTimeout(() => current.abort(), SILENCE)
      let over = false
      try {
        await read(address, current.signal, alive)
        over = true
      } catch {
        // Said by the state; tried again below.
      }
      clearTimeout(watchdog)
      if (ended) return
      // A stream that came to its end is asked for again at once, with a fresh token.
      if (!over) state.value = 'broken'
      pause = setTimeout(() => void again(), over ? 1_000 : (PAUSES[failures++] ?? 30_000))
    }
    stop = () => {
      ended = true
      clearTimeout(watchdog)
      clearTimeout(pause)
      current.abort()
    }
    void again()
  }

  watch(() => JSON.stringify([toValue(asked), toValue(on)]), start, { immediate: true })
  onBeforeUnmount(() => stop())
  return { state, heard }
}
