import type { Role } from '@/api/types'

export interface Entry {
  to: string
  key: string
  roles?: Role[]
  /** Letter that opens it after `g`. */
  letter: string
}

/** What the left column holds, in the order of use; a caller sees what the grants allow, nothing greyed out. */
export const entries: Entry[] = [
  { to: '/', key: 'nav.home', letter: 'h' },
  { to: '/file', key: 'nav.file', roles: ['clerk'], letter: 'f' },
  { to: '/search', key: 'nav.search', roles: ['clerk', 'officer', 'auditor'], letter: 's' },
  { to: '/statistics', key: 'nav.statistics', roles: ['officer', 'auditor', 'administrator'], letter: 't' },
  {
    to: '/rectifications',
    key: 'nav.rectifications',
    roles: ['clerk', 'officer', 'auditor'],
    letter: 'r',
  },
  { to: '/coincidences', key: 'nav.coincidences', roles: ['officer', 'auditor'], letter: 'd' },
  { to: '/campaigns', key: 'nav.campaigns', letter: 'c' },
  {
    to: '/organizations',
    key: 'nav.organizations',
    roles: ['officer', 'auditor', 'administrator'],
    letter: 'o',
  },
  { to: '/jobs', key: 'nav.jobs', roles: ['officer', 'auditor', 'administrator'], letter: 'w' },
  { to: '/system', key: 'nav.system', roles: ['administrator', 'auditor'], letter: 'y' },
]
