import { expect, test } from 'vitest'
import { askedOf } from './asked'
import { kept, same } from './views'

test('without a state the unsettled ones are asked for, all of them only where that is said', () => {
  expect(askedOf({}).state).toBe('unsettled')
  expect(askedOf({ state: 'all' }).state).toBeUndefined()
  expect(askedOf({ state: 'closed' }).state).toBe('closed')
})

test('words are sorted by how well they match, until told otherwise', () => {
  expect(askedOf({}).sort).toBe('due')
  expect(askedOf({ words: '制度' }).sort).toBe('best')
  expect(askedOf({ words: '制度', sort: 'number' }).sort).toBe('number')
})

test('flags are true or left out; one aspect may have several names', () => {
  const asked = askedOf({ alone: 'true', extension: 'no', aspect: ['政治建设', '政治方面'], tree: 'then' })
  expect(asked).toMatchObject({ alone: true, aspect: ['政治建设', '政治方面'], tree: 'then' })
  expect(asked.extension).toBeUndefined()
  expect(askedOf({ aspect: '政治建设' }).aspect).toBe('政治建设')
})

test('a view is a question without its moment', () => {
  expect(kept({ due: 'overdue', asOf: '2026-01-01', list: 'duties', words: '' })).toEqual({ due: 'overdue' })
  expect(same({ sort: 'due', due: 'soon' }, { due: 'soon', sort: 'due' })).toBe(true)
  expect(same({ due: 'soon' }, { due: 'overdue' })).toBe(false)
})
