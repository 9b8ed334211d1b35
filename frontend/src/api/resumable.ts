import type { DetailedError, Upload as Tus, UrlStorage } from 'tus-js-client'
import { addressOf, body, fetchAuthorized, headers, signInAgain } from './client'
import { renew } from './identity'
import { ApiProblem, problemOf, unreachable } from './problem'
import { cancelled, refusedByName, type Sending } from './sending'
import type { Upload } from './types'

/** So much goes in one request, and is lost at most where a proxy between keeps what a broken line brought. */
const PART = 8 << 20
const RETRIES = [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000, 60_000]
const FINISHES = [1_000, 3_000, 10_000, 30_000]
const KEPT = 'guidang.upload.'

/** Files that are on their way now: the same one, chosen once more, is an upload of its own. */
const going = new Set<string>()

/** What an upload is told to be for; empty members are left out. */
export interface Told {
  organization: string
  purpose: 'report' | 'evidence'
}

/**
 * Sends one file in parts (tus 1.0.0), so that a broken line, a pause or a reload of the page goes on where it was; then
 * asks for the upload that the server makes of them.
 */
export function sendInParts(file: File, told: Told, progress: (part: number) => void): Sending<Upload> {
  const refused = refusedByName(file)
  if (refused) return { done: Promise.reject(refused), cancel: () => {} }
  const kept = places(file, told)
  let tus: Tus | undefined
  let state: 'going' | 'paused' | 'cancelled' = 'going'
  let stop: (reason: unknown) => void = () => {}
  const stopped = new Promise<never>((_, reject) => (stop = reject))

  const start = () => {
    if (state === 'going') tus?.start()
  }
  const sent = async () => {
    const { Upload, defaultOptions } = await import('tus-js-client')
    return new Promise<string>((resolve, reject) => {
      tus = new Upload(file, {
        endpoint: addressOf('/api/uploads/resumable').href,
        chunkSize: PART,
        retryDelays: RETRIES,
        metadata: {
          name: file.name,
          purpose: told.purpose,
          ...(told.organization ? { organization: told.organization } : {}),
        },
        urlStorage: kept.storage,
        fingerprint: async () => kept.key,
        onBeforeRequest: async (request) => {
          for (const [name, value] of Object.entries(await headers())) request.setHeader(name, value)
        },
        onAfterResponse: async (_, response) => {
          if (response.getStatus() === 401) await renew()
        },
        onShouldRetry: (error, _, options) =>
          error.originalResponse?.getStatus() === 401 ||
          (defaultOptions.onShouldRetry?.(error, 0, options) ?? isPassing(error)),
        onProgress: (bytes, total) => progress(Math.min(bytes / total, 0.999)),
        onSuccess: () => resolve(tus?.url ?? ''),
        onError: (error) => {
          // Without a line there is nobody to ask: it goes on when there is one.
          if (!navigator.onLine) addEventListener('online', start, { once: true })
          else reject(problemOfTus(error))
        },
      })
      kept.last(tus).then(start, reject)
    })
  }
  const all = async () => {
    try {
      const address = await Promise.race([stopped, sent()])
      progress(1)
      const upload = await Promise.race([stopped, finish(address, () => state === 'cancelled')])
      kept.forget()
      return upload
    } catch (error) {
      // What the server refused would be refused again.
      if (error instanceof ApiProblem && !error.passing) kept.forget()
      throw error
    } finally {
      removeEventListener('online', start)
      going.delete(kept.key)
    }
  }
  return {
    done: all(),
    cancel: () => {
      state = 'cancelled'
      kept.forget()
      stop(cancelled())
      tus?.abort(true).catch(() => undefined)
    },
    pause: () => {
      if (state !== 'going') return
      state = 'paused'
      void tus?.abort()
    },
    resume: () => {
      if (state !== 'paused') return
      state = 'going'
      start()
    },
  }
}

/** The upload that comes of the parts. What passes is tried again: the server makes it once. */
async function finish(address: string, given: () => boolean): Promise<Upload> {
  for (const wait of [...FINISHES, -1]) {
    const request = new Request(`${address}/finish`, { method: 'POST' })
    try {
      return await body<Upload>(answered(await fetchAuthorized(request)))
    } catch (error) {
      const again = error instanceof ApiProblem && error.passing && wait >= 0 && !given()
      if (!again) throw error
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
  throw unreachable()
}

async function answered(response: Response) {
  const data: unknown = await response.json().catch(() => undefined)
  return response.ok ? { data: data as Upload, response } : { error: data, response }
}

/** No answer, a server that is away, or another request that was faster. */
function isPassing(error: DetailedError): boolean {
  const status = error.originalResponse?.getStatus() ?? 0
  return navigator.onLine && (status === 0 || status >= 500 || status === 409 || status === 423)
}

function problemOfTus(error: Error | DetailedError): ApiProblem {
  const response = 'originalResponse' in error ? error.originalResponse : null
  if (!response || response.getStatus() === 0) return unreachable()
  if (response.getStatus() === 401) void signInAgain()
  return problemOf(response.getStatus(), parsed(response.getBody()))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Where the upload of a file lies on the server, for as long as this tab is open: after a reload the same file, chosen
 * again, goes on from there. On a machine that several people use nothing of it stays.
 */
function places(file: File, { organization, purpose }: Told) {
  const name = [purpose, organization, file.name, file.size, file.lastModified].join('/')
  const first = !going.has(name)
  const key = first ? name : `${name}/${going.size}`
  going.add(key)
  const forget = () => sessionStorage.removeItem(KEPT + key)
  const storage: UrlStorage = {
    findAllUploads: async () => [],
    findUploadsByFingerprint: async () => {
      const address = sessionStorage.getItem(KEPT + key)
      return address
        ? [
            {
              size: file.size,
              metadata: {},
              creationTime: '',
              urlStorageKey: key,
              uploadUrl: address,
              parallelUploadUrls: null,
            },
          ]
        : []
    },
    removeUpload: async () => forget(),
    addUpload: async (_, upload) => {
      if (upload.uploadUrl) sessionStorage.setItem(KEPT + key, upload.uploadUrl)
      return key
    },
  }
  const last = async (tus: Tus) => {
    const [previous] = await tus.findPreviousUploads()
    if (previous) tus.resumeFromPreviousUpload(previous)
  }
  return { key, storage, forget, last }
}
