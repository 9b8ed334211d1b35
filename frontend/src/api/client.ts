import createClient from 'openapi-fetch'
import { ref } from 'vue'
import { renew, signIn, token } from './identity'
import { notePosition } from './position'
import { problemOf, unreachable } from './problem'
import type { paths } from './schema'

/** The language in which the server words what it says. */
export const language = ref('zh-CN')
export const speak = (locale: string) => {
  language.value = locale
}

export async function headers(): Promise<Record<string, string>> {
  const bearer = await token()
  return { 'Accept-Language': language.value, ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}) }
}

async function send(request: Request): Promise<Response> {
  const prepared = new Request(request)
  for (const [name, value] of Object.entries(await headers())) prepared.headers.set(name, value)
  try {
    return await fetch(prepared)
  } catch (error) {
    if (request.signal.aborted) throw error
    throw unreachable()
  }
}

/** Sends with the token; an expired one is renewed once, or the person signs in again and comes back here. */
export async function fetchAuthorized(request: Request): Promise<Response> {
  const first = await send(request.clone())
  if (first.status !== 401) return noted(first)
  if (await renew()) return noted(await send(request))
  await signInAgain()
  return first
}

export async function signInAgain(): Promise<void> {
  await signIn(location.pathname + location.search + location.hash)
}

function noted(response: Response): Response {
  notePosition(response.headers.get('Guidang-Position'))
  return response
}

export const api = createClient<paths>({ baseUrl: location.origin, fetch: fetchAuthorized })

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The body of a good answer; a thrown `ApiProblem` otherwise. */
export async function body<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer
  if (!response.ok) throw problemOf(response.status, error)
  return data as T
}

/** An address of the API; what is not asked for is left out, several values stand one after the other. */
export function addressOf(path: string, query: Record<string, unknown> = {}): URL {
  const address = new URL(path, location.origin)
  for (const [name, values] of Object.entries(query))
    for (const value of [values].flat())
      if (value !== undefined && value !== '') address.searchParams.append(name, String(value))
  return address
}

/** A text answer, for the addresses that give `text/plain` or `text/csv`. */
export async function text(path: string, query: Record<string, unknown> = {}): Promise<string> {
  const response = await fetchAuthorized(new Request(addressOf(path, query)))
  if (!response.ok) throw problemOf(response.status, await response.json().catch(() => undefined))
  return response.text()
}

/** A key under which a repeated command stays one command. 128 random bits. */
export function idempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
