import type { Act } from '@/api/organizations'
import type { MeGrant, Organization } from '@/api/types'

/** The acts that somebody with these grants may do on it; the server asks again. */
export function acts(organization: Organization, grants: MeGrant[]): Act[] {
  const places = organization.path.split('/').filter((code) => code !== '')
  const administered = (codes: string[]) =>
    grants.some(({ role, organization: at }) => role === 'administrator' && codes.includes(at))
  if (!administered(places)) return []
  const above = administered(places.slice(0, -1))
  if (organization.status !== 'open') return above ? ['reopen'] : []
  return above ? ['add', 'rename', 'move', 'type', 'merge', 'close'] : ['add', 'rename', 'type']
}
