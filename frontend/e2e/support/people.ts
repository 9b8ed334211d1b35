import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Browser, expect, type Page } from '@playwright/test'

const ROOT = join(import.meta.dirname, '../../..')

export const at = (path: string) => `${process.env.GUIDANG_URL}${path}`

export const sample = (ending: 'txt' | 'docx' | 'pdf' | 'ofd') =>
  join(ROOT, `docs/samples/duizhao-jiancha-8-aspects.${ending}`)

/** Opens an address as one of the demo's people, by the provider's own page, as they would. */
export async function as(browser: Browser, user: string, path = '/', locale = 'zh-CN'): Promise<Page> {
  const context = await browser.newContext({ locale, viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  // What a page throws is a fault, whatever the test looks at.
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(at(path))
  await page.getByRole('button', { name: locale === 'en' ? 'Sign in' : '登录' }).click()
  await page.locator(`#u-${user}`).click()
  await expect(page.locator('#content')).toBeVisible()
  await expect(page).toHaveURL((url) => url.href.startsWith(at('/')) && url.pathname !== '/callback')
  return page
}

export async function leave(page: Page): Promise<void> {
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
