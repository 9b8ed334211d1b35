import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Browser, expect, type Page } from '@playwright/test'

const ROOT = join(import.meta.dirname, '../../..')

export const at = (path: string) => `${process.env.GUIDANG_URL}${path}`

export const sample = (ending: 'txt' | 'docx' | 'pdf' | 'ofd') =>
  join(ROOT, `docs/samples/duizhao-jiancha-8-aspects.${ending}`)

/** What signing in left in the tab of each of the people. */
const sessions = new Map<string, Record<string, string>>()

/** Somebody begins when the page knows who they are: with its navigation. Whom it does not know has none. */
async function here(page: Page): Promise<void> {
  await expect(page.locator('#content')).toBeVisible()
  await page
    .locator('nav')
    .first()
    .waitFor({ timeout: 3000 })
    .catch(() => undefined)
}

/** Opens an address as one of the demo's people: signs in the first time, and is still signed in later. */
export async function as(browser: Browser, user: string, path = '/', locale = 'zh-CN'): Promise<Page> {
  const session = sessions.get(user)
  if (!session) return signIn(browser, user, path, locale)
  const page = await opened(browser, locale)
  await page.addInitScript((kept) => {
    for (const [key, value] of Object.entries(kept)) if (!(key in sessionStorage)) sessionStorage[key] = value
  }, session)
  await page.goto(at(path))
  await here(page)
  return page
}

/** Opens an address and signs in by the provider's own page, as people would. */
export async function signIn(browser: Browser, user: string, path = '/', locale = 'zh-CN'): Promise<Page> {
  const page = await opened(browser, locale)
  await page.goto(at(path))
  await page.getByRole('button', { name: locale === 'en' ? 'Sign in' : '登录' }).click()
  await page.locator(`#u-${user}`).click()
  await here(page)
  await expect(page).toHaveURL((url) => url.href.startsWith(at('/')) && url.pathname !== '/callback')
  const left = await page.evaluate(() => Object.entries({ ...sessionStorage }))
  sessions.set(user, Object.fromEntries(left.filter(([key]) => key.startsWith('oidc.user'))))
  return page
}

async function opened(browser: Browser, locale: string): Promise<Page> {
  const context = await browser.newContext({ locale, viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.addInitScript(
    ([key, value]) => {
      if (value && !(key in sessionStorage)) sessionStorage.setItem(key, value)
    },
    [WRITTEN, written] as const,
  )
  // What a page throws is a fault, whatever the test looks at.
  page.on('pageerror', (error) => {
    throw error
  })
  return page
}

/** The journal position of the last write, as the pages keep it. */
const WRITTEN = 'guidang.written'
let written = ''

/** Does what a page could, without going through it: with the token of who is signed in there. Gives the answer. */
export const post = <T>(page: Page, path: string, body: object): Promise<T> =>
  page.evaluate(
    async ([address, asked, kept]) => {
      const session = Object.entries(sessionStorage).find(([name]) => name.startsWith('oidc.user'))?.[1]
      const bearer = (JSON.parse(session ?? '{}') as { access_token?: string }).access_token ?? ''
      const answer = await fetch(address, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${bearer}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': crypto.randomUUID(),
        },
        body: asked,
      })
      const position = answer.headers.get('Guidang-Position')
      if (position)
        sessionStorage.setItem(kept, JSON.stringify({ position: Number(position), at: Date.now() }))
      if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`)
      const said = await answer.text()
      return (said === '' ? undefined : JSON.parse(said)) as T
    },
    [path, JSON.stringify(body), WRITTEN] as const,
  )

/** Goes away; who comes next comes when what was done here can be found. */
export async function leave(page: Page): Promise<void> {
  written = (await page.evaluate((kept) => sessionStorage.getItem(kept), WRITTEN)) ?? written
  await page.context().close()
}

/** Drops files on the page as a mouse would. */
export async function drop(page: Page, ...paths: string[]): Promise<void> {
  const files = paths.map((path) => ({
    name: basename(path),
    content: readFileSync(path).toString('base64'),
  }))
  await page.evaluate((dropped) => {
    const transfer = new DataTransfer()
    for (const { name, content } of dropped) {
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
      transfer.items.add(new File([bytes], name))
    }
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }),
      )
  }, files)
}
