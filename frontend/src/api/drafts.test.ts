import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { draftAddress, draftId, draftNamed, filledOf, handOver } from './drafts'

const KEY = 'guidang.drafts.zhang'
const former = (title: string) => ({
  id: '0123456789abcdef0123456789abcdef',
  organization: 'B1',
  slot: 'ZT|PLAN|2026',
  title,
  date: '',
  files: [{ upload: { id: 'b'.repeat(32), name: '方案.txt', size: 3 }, role: 'main' }],
  savedAt: '2026-03-20T00:00:00Z',
})
const answers: Response[] = []
const sent: { url: string; body: unknown }[] = []

beforeEach(() => {
  localStorage.clear()
  sent.length = 0
  answers.length = 0
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push({ url: new URL(request.url).pathname, body: await request.clone().json() })
    const answer = answers.shift()
    if (!answer) throw new TypeError('offline')
    return answer
  })
})
afterEach(() => vi.unstubAllGlobals())

test('an id begins with the time of its upload', () => {
  expect(draftId('abcdefgh'.padEnd(32, 'z'))).toMatch(/^abcdefgh[a-z2-7]{24}$/)
  expect(draftId('a'.repeat(32))).not.toBe(draftId('a'.repeat(32)))
})

test('an address names the organisation that keeps it', () => {
  const name = { organization: 'B1', id: 'a'.repeat(32) }
  expect(draftNamed(draftAddress(name))).toEqual(name)
  expect(draftNamed('0123456789abcdef')).toBeUndefined()
})

test('what is not chosen yet stays empty', () => {
  const draft = {
    keeper: 'B1',
    id: 'a'.repeat(32),
    version: 1,
    title: '',
    files: [],
    savedAt: '2026-03-20T00:00:00Z',
    expiresAt: '2026-04-03T00:00:00Z',
  }
  expect(filledOf(draft)).toEqual({ organization: '', slot: '', title: '', date: '', files: [] })
})

test('what this browser kept is handed over once', async () => {
  localStorage.setItem(KEY, JSON.stringify([former('一'), former('二')]))
  answers.push(Response.json({}), Response.json({}))
  expect(await handOver('zhang', 'B1')).toBe(2)
  expect(sent[0]?.url).toMatch(/^\/api\/drafts\/B1\/b{8}[a-z2-7]{24}$/)
  expect(sent[0]?.body).toEqual({
    version: 0,
    title: '一',
    organization: 'B1',
    campaign: 'ZT',
    documentType: 'PLAN',
    period: '2026',
    files: [{ upload: 'b'.repeat(32), role: 'main', name: '方案.txt' }],
  })
  expect(localStorage.getItem(KEY)).toBeNull()
  expect(await handOver('zhang', 'B1')).toBe(0)
})

test('what could not be handed over stays for the next visit, but not what is refused', async () => {
  localStorage.setItem(KEY, JSON.stringify([former('一'), former('二'), former('三')]))
  answers.push(Response.json({}), Response.json({ code: 'invalid-field' }, { status: 400 }))
  expect(await handOver('zhang', 'B1')).toBe(1)
  expect(JSON.parse(localStorage.getItem(KEY) ?? '[]')).toMatchObject([{ title: '三' }])
})
