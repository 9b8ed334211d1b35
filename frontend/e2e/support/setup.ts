import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startStack } from './stack'

/** One stack for all tests: they tell one story, from an empty store on. */
export default async function setup() {
  mkdirSync(join(import.meta.dirname, '../target'), { recursive: true })
  if (process.env.GUIDANG_URL) return undefined
  const stack = await startStack('main')
  process.env.GUIDANG_URL = stack.url
  process.env.GUIDANG_DATA = stack.data
  return () => stack.stop()
}
