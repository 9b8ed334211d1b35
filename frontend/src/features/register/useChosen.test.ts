import { expect, test } from 'vitest'
import type { ItemRow } from '@/api/types'
import { useChosen } from './useChosen'

const row = (item: string, state: ItemRow['state'] = 'open') =>
  ({ organization: 'A', item, state }) as ItemRow

test('a choice survives other lists, and takes what was read again', () => {
  const { chosen, picked, choose, renew } = useChosen()
  choose([row('1'), row('2')], true)
  choose([row('3')], true)
  choose([row('2')], false)
  expect(Object.keys(chosen.value)).toEqual(['A/1', 'A/3'])
  renew([row('3', 'returned'), row('4')], () => true)
  expect(picked.value.map(({ item, state }) => `${item} ${state}`)).toEqual(['1 open', '3 returned'])
  renew([row('1', 'closed')], ({ state }) => state !== 'closed')
  expect(Object.keys(chosen.value)).toEqual(['A/3'])
})
