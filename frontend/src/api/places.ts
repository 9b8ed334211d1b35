import { computed } from 'vue'
import { organizations } from './organizations'
import { useActing } from './session'
import type { Role } from './types'

/** The organisations that the clerk files for: its own, and those below them. */
export const useClerkPlaces = () => usePlaces('clerk')

/** The organisations of the grants of these roles, and those below them. */
export function usePlaces(...roles: Role[]) {
  const { grants } = useActing()
  const own = computed(() => grants.value.filter((grant) => roles.includes(grant.role)))

  async function below(query: string) {
    const pages = await Promise.all(
      own.value.map((grant) =>
        organizations({ parent: grant.organization, ...(query ? { query } : {}), size: 30 }),
      ),
    )
    const mine = own.value.map((grant) => ({
      value: grant.organization,
      label: grant.organizationName ?? grant.organization,
      note: grant.organization,
    }))
    return [
      ...mine,
      ...pages.flatMap((page) =>
        page.items.map(({ code, name }) => ({ value: code, label: name, note: code })),
      ),
    ]
  }

  return { own, below }
}
