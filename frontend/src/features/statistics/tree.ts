import type { UseQueryReturnType } from '@tanstack/vue-query'
import type { AsOf } from '@/api/types'

interface TreeRow {
  organization: string
  name: string
  children: number
}

/** The organisations right below one, and itself where it has something of its own. */
export interface TreeLevel {
  asOf: AsOf
  excludesTransferred: boolean
  rows: TreeRow[]
}

export interface TreeCell<L extends TreeLevel> {
  row: L['rows'][number]
  own: boolean
}

/** Asks for the level below an organisation, once it is enabled. */
export type UseLevel<L> = (
  parent: () => string | undefined,
  enabled?: () => boolean,
) => Pick<UseQueryReturnType<L, Error>, 'data' | 'error' | 'isPending' | 'refetch'>
