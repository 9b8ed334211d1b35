import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DraftName, Filled } from '@/api/drafts'
import { ApiProblem, unreachable } from '@/api/problem'
import type { Draft } from '@/api/types'
import { keeping } from './keeping'

const filled = (title: string): Filled => ({
  organization: 'B1',
  slot: 'ZT|PLAN|2026',
  title,
  date: '',
  files: [{ upload: 'a'.repeat(32), role: 'main', name: 'a.txt' }],
})
const draft = ({ organization, id }: DraftName, version: number, { title, files }: Filled): Draft => ({
  keeper: organization,
  id,
  version,
  organization: 'B1',
  campaign: 'ZT',
  documentType: 'PLAN',
  period: '2026',
  title,
  files,
  savedAt: '2026-03-20T00:00:00Z',
  expiresAt: '2026-04-03T00:00:00Z',
})
const refusal = (code: string, status: number) => new ApiProblem({ code, status })

function world() {
  const saved: { at: DraftName; version: number; title: string }[] = []
  const failures: unknown[] = []
  const store = {
    save: vi.fn((at: DraftName, version: number, content: Filled) => {
      const failure = failures.shift()
      if (failure) return Promise.reject(failure)
      saved.push({ at, version, title: content.title })
      return Promise.resolve(draft(at, version + 1, content))
    }),
    fetch: vi.fn((at: DraftName) => Promise.resolve(draft(at, 7, filled('同事')))),
    remove: vi.fn(() => Promise.resolve()),
  }
  return { saved, failures, store, kept: keeping(store, 'B1') }
}

describe('a draft that is kept', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('is saved once what is typed rests, each time after the version before', async () => {
    const { saved, kept } = world()
    kept.keep(filled('一'))
    kept.keep(filled('一二'))
    await vi.advanceTimersByTimeAsync(1_000)
    kept.keep(filled('一二'))
    kept.keep(filled('一二三'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(saved.map(({ version, title }) => [version, title])).toEqual([
      [0, '一二'],
      [1, '一二三'],
    ])
    expect(saved[0]?.at.id).toMatch(/^a{8}[a-z2-7]{24}$/)
    expect(kept.state.value).toBe('kept')
  })

  it('is not begun before there is a file', async () => {
    const { saved, kept } = world()
    kept.keep({ ...filled('一'), files: [] })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(saved).toEqual([])
    expect(kept.state.value).toBe('none')
  })

  it('says that it is not saved, and is saved once that is possible', async () => {
    const { saved, failures, kept } = world()
    failures.push(unreachable(), unreachable())
    kept.keep(filled('一'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(kept.state.value).toBe('unsaved')
    await vi.advanceTimersByTimeAsync(11_000)
    expect(kept.state.value).toBe('kept')
    expect(saved.map(({ title }) => title)).toEqual(['一'])
  })

  it('overwrites nothing that a colleague saved, and goes on from that one when told so', async () => {
    const { saved, failures, store, kept } = world()
    failures.push(undefined, refusal('draft-changed', 409))
    kept.keep(filled('一'))
    await kept.flush()
    kept.keep(filled('我的'))
    await kept.flush()
    expect(kept.state.value).toBe('changed')
    expect(kept.other.value?.title).toBe('同事')
    kept.keep(filled('我的续'))
    await vi.advanceTimersByTimeAsync(20_000)
    expect(store.save).toHaveBeenCalledTimes(2)
    expect(kept.take()?.title).toBe('同事')
    kept.keep(filled('同事续'))
    await kept.flush()
    expect(saved.at(-1)).toMatchObject({ version: 7, title: '同事续' })
  })

  it('keeps what stands on the page as another one when told so', async () => {
    const { saved, failures, kept } = world()
    failures.push(undefined, refusal('draft-changed', 409))
    kept.keep(filled('一'))
    await kept.flush()
    const first = kept.name.value?.id
    kept.keep(filled('我的'))
    await kept.flush()
    kept.keep(filled('我的续'))
    await kept.keepOwn()
    expect(saved.at(-1)).toMatchObject({ version: 0, title: '我的续' })
    expect(kept.name.value?.id).not.toBe(first)
  })

  it('does not come back once it was filed elsewhere', async () => {
    const { store, failures, kept } = world()
    failures.push(undefined, refusal('draft-gone', 404))
    kept.keep(filled('一'))
    await kept.flush()
    kept.keep(filled('二'))
    await vi.advanceTimersByTimeAsync(20_000)
    expect(kept.state.value).toBe('gone')
    expect(store.save).toHaveBeenCalledTimes(2)
  })

  it('is not saved any more once it is removed or filed', async () => {
    const { store, kept } = world()
    kept.keep(filled('一'))
    await kept.flush()
    kept.keep(filled('二'))
    await kept.remove()
    await vi.advanceTimersByTimeAsync(20_000)
    expect(store.save).toHaveBeenCalledTimes(1)
    expect(store.remove).toHaveBeenCalledTimes(1)
    expect(kept.name.value).toBeUndefined()
  })
})
