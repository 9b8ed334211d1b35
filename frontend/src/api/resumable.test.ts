import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { UploadOptions } from 'tus-js-client'
import { sendInParts } from './resumable'
import { sendUpload } from './uploads'

/** Stands in for tus: does what a test tells it, and remembers what it was told. */
const tus = vi.hoisted(() => {
  const made: Upload[] = []
  class Upload {
    url: string | null = null
    started = 0
    aborted: boolean[] = []
    resumed = ''
    constructor(
      readonly file: File,
      readonly options: UploadOptions,
    ) {
      made.push(this)
    }
    async findPreviousUploads() {
      return (await this.options.urlStorage?.findUploadsByFingerprint('')) ?? []
    }
    resumeFromPreviousUpload(previous: { uploadUrl: string | null }) {
      this.url = this.resumed = previous.uploadUrl ?? ''
    }
    start() {
      this.started++
    }
    async abort(terminate = false) {
      this.aborted.push(terminate)
    }
  }
  return { made, Upload }
})
vi.mock('tus-js-client', () => ({ Upload: tus.Upload, defaultOptions: {} }))

const told = { organization: 'B1', purpose: 'evidence' } as const
const file = (name = '佐证.pdf') => new File(['0123456789'], name, { lastModified: 1 })
const json = (status: number, answer: object) => new Response(JSON.stringify(answer), { status })
const asked: string[] = []
const answers = (...given: (() => Response)[]) =>
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(`${request.method} ${new URL(request.url).pathname}`)
    return given[Math.min(asked.length, given.length) - 1]?.()
  })
/** The upload that tus was given, once it has begun. */
async function begun(n = 1) {
  await vi.waitFor(() => expect(tus.made[n - 1]?.started).toBe(1))
  const upload = tus.made[n - 1]
  if (!upload) throw new Error('nothing was begun')
  return upload
}
async function through(upload: Awaited<ReturnType<typeof begun>>) {
  upload.url = 'http://localhost/api/uploads/resumable/u1'
  await upload.options.urlStorage?.addUpload('', { uploadUrl: upload.url } as never)
  upload.options.onSuccess?.({} as never)
}
const failure = (status: number, body: object) =>
  Object.assign(new Error('refused'), {
    originalResponse: { getStatus: () => status, getBody: () => JSON.stringify(body) },
  })
const quiet = () => {}

beforeEach(() => {
  tus.made.length = 0
  asked.length = 0
  sessionStorage.clear()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('a file is sent in parts, then asked for as an upload', async () => {
  answers(() => json(201, { id: 'u1' }))
  const parts: number[] = []
  const sending = sendInParts(file(), told, (part) => parts.push(part))
  const upload = await begun()
  expect(upload.options.endpoint).toMatch(/\/api\/uploads\/resumable$/)
  expect(upload.options.metadata).toEqual({ name: '佐证.pdf', purpose: 'evidence', organization: 'B1' })
  upload.options.onProgress?.(5, 10)
  upload.options.onProgress?.(10, 10)
  await through(upload)
  expect(await sending.done).toEqual({ id: 'u1' })
  expect(asked).toEqual(['POST /api/uploads/resumable/u1/finish'])
  expect(parts).toEqual([0.5, 0.999, 1])
  expect(sessionStorage.length).toBe(0)
})

test('after a reload the same file goes on where it was, and another one does not', async () => {
  sendInParts(file(), told, quiet)
  const first = await begun()
  await first.options.urlStorage?.addUpload('', { uploadUrl: 'http://localhost/u1' } as never)
  vi.resetModules()
  const again = await import('./resumable')
  again.sendInParts(file(), told, quiet)
  expect((await begun(2)).resumed).toBe('http://localhost/u1')
  again.sendInParts(file('另一.pdf'), told, quiet)
  expect((await begun(3)).resumed).toBe('')
})

test('the same file chosen twice is two uploads', async () => {
  sendInParts(file('两次.pdf'), told, quiet)
  const first = await begun()
  await first.options.urlStorage?.addUpload('', { uploadUrl: 'http://localhost/u1' } as never)
  sendInParts(file('两次.pdf'), told, quiet)
  expect((await begun(2)).resumed).toBe('')
})

test('pauses and goes on', async () => {
  const sending = sendInParts(file('暂停.pdf'), told, quiet)
  const upload = await begun()
  sending.pause?.()
  expect(upload.aborted).toEqual([false])
  sending.resume?.()
  expect(upload.started).toBe(2)
})

test('cancelled, it is given up on the server too', async () => {
  const sending = sendInParts(file('取消.pdf'), told, quiet)
  const upload = await begun()
  sending.cancel()
  await expect(sending.done).rejects.toMatchObject({ name: 'AbortError' })
  expect(upload.aborted).toEqual([true])
})

test('without a line it waits for one', async () => {
  const line = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  sendInParts(file('断线.pdf'), told, quiet)
  const upload = await begun()
  upload.options.onError?.(new Error('network'))
  line.mockReturnValue(true)
  window.dispatchEvent(new Event('online'))
  expect(upload.started).toBe(2)
  line.mockRestore()
})

test('what the server refuses is told and not gone on with', async () => {
  const sending = sendInParts(file('过大.pdf'), told, quiet)
  const upload = await begun()
  await upload.options.urlStorage?.addUpload('', { uploadUrl: 'http://localhost/u1' } as never)
  upload.options.onError?.(failure(413, { code: 'file-too-large', limit: 5 }) as never)
  await expect(sending.done).rejects.toMatchObject({ problem: { code: 'file-too-large', status: 413 } })
  expect(sessionStorage.length).toBe(0)
})

test('a reader that is busy is asked again', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 500 })
  answers(
    () => json(503, { code: 'reader-busy' }),
    () => json(201, { id: 'u1' }),
  )
  const sending = sendInParts(file('稍候.pdf'), told, quiet)
  await through(await begun())
  expect(await sending.done).toEqual({ id: 'u1' })
  expect(asked).toHaveLength(2)
})

test('not a byte of a marked file leaves this machine', async () => {
  await expect(sendInParts(file('机密★1年.pdf'), told, quiet).done).rejects.toMatchObject({
    problem: { code: 'file-classified' },
  })
  expect(tus.made).toHaveLength(0)
})

test('only a large file can be paused', () => {
  class Request {
    upload = {}
    open() {}
    setRequestHeader() {}
    send() {}
    abort() {}
  }
  vi.stubGlobal('XMLHttpRequest', Request)
  const large = new File([new Uint8Array((8 << 20) + 1)], '大.pdf')
  expect(sendUpload(large, 'B1', quiet).pause).toBeDefined()
  expect(sendUpload(file('小.pdf'), 'B1', quiet).pause).toBeUndefined()
})
