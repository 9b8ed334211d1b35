import { UserManager, WebStorageStateStore, type User } from 'oidc-client-ts'
import type { ServerConfig } from './types'

/**
 * Who is signed in: code flow with PKCE. Tokens live in this tab's session storage alone; they are renewed by refresh
 * token while the provider gives one, and otherwise by signing in again, back at the same address.
 */
const SIGNED_IN_BEFORE = 'guidang.signed-in'

let manager: UserManager | undefined
let current: User | null = null
let renewing: Promise<User | null> | undefined

/** False on plain http off this machine: browsers give no Web Crypto there, so PKCE can't work. */
export const canSignIn = () => window.isSecureContext && globalThis.crypto?.subtle !== undefined

export async function openIdentity(config: ServerConfig): Promise<void> {
  if (!canSignIn()) return
  manager = new UserManager({
    authority: config.issuer,
    client_id: config.clientId,
    scope: config.scope,
    redirect_uri: `${location.origin}/callback`,
    post_logout_redirect_uri: `${location.origin}/`,
    response_type: 'code',
    automaticSilentRenew: false,
    monitorSession: false,
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  })
  const user = await manager.getUser()
  current = user && !user.expired ? user : null
}

export const signedIn = () => current !== null && !current.expired

/** True when this browser was signed in lately: then a deep link goes straight to the provider. */
export const signedInBefore = () => localStorage.getItem(SIGNED_IN_BEFORE) === 'yes'

/** Leaves the page for the provider; comes back to `to`. */
export async function signIn(to: string): Promise<void> {
  await manager?.signinRedirect({ state: { to } })
}

/** Ends the sign-in that the provider sent back. Answers the address asked for at first. */
export async function completeSignIn(): Promise<string> {
  current = (await manager?.signinRedirectCallback()) ?? null
  localStorage.setItem(SIGNED_IN_BEFORE, 'yes')
  const to = (current?.state as { to?: string } | undefined)?.to
  return to !== undefined && to.startsWith('/') && !to.startsWith('//') ? to : '/'
}

export async function signOut(): Promise<void> {
  localStorage.removeItem(SIGNED_IN_BEFORE)
  current = null
  try {
    await manager?.signoutRedirect()
  } catch {
    // A provider without an end-session address: forgetting the tokens is all there is.
    await manager?.removeUser()
    location.assign('/')
  }
}

/** The bearer token, renewed when it is about to end; undefined when nobody is signed in. */
export async function token(): Promise<string | undefined> {
  if (current && (current.expires_in ?? 1) < 30) await renew()
  return current?.access_token
}

/** Tries once to get a new token without leaving the page. */
export async function renew(): Promise<boolean> {
  if (!current?.refresh_token) return false
  renewing ??= (manager?.signinSilent() ?? Promise.resolve(null)).catch(() => null)
  const user = await renewing
  renewing = undefined
  if (user) current = user
  return user !== null
}
