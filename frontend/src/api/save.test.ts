import { afterEach, expect, test, vi } from 'vitest'
import { ApiProblem } from './problem'
import { fileName } from './save'
import { saveExport } from './statistics'

afterEach(() => vi.unstubAllGlobals())

test('a file is called as the server says', () => {
  expect(fileName('attachment; filename="_.csv"; filename*=UTF-8\'\'%E6%9D%90%E6%96%99.csv', 'x')).toBe(
    '材料.csv',
  )
  expect(fileName(null, 'statistics.csv')).toBe('statistics.csv')
})

const json = (status: number, answer: object) => new Response(JSON.stringify(answer), { status })
const answers = (...given: ((request: Request) => Promise<Response>)[]) => {
  const asked: Request[] = []
  vi.stubGlobal('fetch', (request: Request) => {
    asked.push(request)
    return given[asked.length - 1]?.(request)
  })
  return asked
}
const table = { campaign: 'C', table: 'slots', format: 'csv', parent: undefined } as const

test('a table that takes too long goes on as a job, asked for by the same question', async () => {
  const asked = answers(
    ({ signal }) =>
      new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
      ),
    async () => json(202, { id: 'j1' }),
  )
  expect(await saveExport(table, 20)).toEqual({ id: 'j1' })
  expect(asked.map(({ method, url }) => [method, new URL(url).pathname, new URL(url).search])).toEqual([
    ['GET', '/api/statistics/export', '?campaign=C&table=slots&format=csv'],
    ['POST', '/api/statistics/exports', '?campaign=C&table=slots&format=csv'],
  ])
})

test('a table that is refused stays refused', async () => {
  const asked = answers(async () => json(422, { code: 'invalid-field' }))
  await expect(saveExport(table, 5_000)).rejects.toBeInstanceOf(ApiProblem)
  expect(asked).toHaveLength(1)
})
