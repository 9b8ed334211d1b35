import { describe, expect, it } from 'vitest'
import type { MeGrant, Organization } from '@/api/types'
import { acts } from './acts'

const branch = { code: 'B', path: 'ROOT/A/B/', status: 'open' } as Organization
const administrator = (organization: string) => [{ role: 'administrator', organization }] as MeGrant[]

describe('what may be done to an organisation', () => {
  it('is everything for an administrator above it', () => {
    expect(acts(branch, administrator('A'))).toEqual(['add', 'rename', 'move', 'type', 'merge', 'close'])
  })
  it('leaves its place alone for its own administrator', () => {
    expect(acts(branch, administrator('B'))).toEqual(['add', 'rename', 'type'])
  })
  it('is nothing for others', () => {
    expect(acts(branch, administrator('C'))).toEqual([])
    expect(acts(branch, [{ role: 'officer', organization: 'ROOT' }] as MeGrant[])).toEqual([])
  })
  it('is to reopen one that is closed', () => {
    expect(acts({ ...branch, status: 'closed' }, administrator('ROOT'))).toEqual(['reopen'])
    expect(acts({ ...branch, status: 'merged' }, administrator('B'))).toEqual([])
  })
})
