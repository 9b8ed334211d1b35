import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { as, at, leave, sample } from '../support/people'
import { look } from '../support/look'

/** The process of the index, as the launcher noted it; it starts the index again by itself. */
function indexProcess(data: string): number {
  const noted = readFileSync(join(data, 'run/instance.properties'), 'utf8')
  return Number(/^children=(?:\d+,){2}(\d+)$/m.exec(noted)?.[1])
}

test('with Elasticsearch gone one line says so, filing goes on, and search catches up', async ({
  browser,
}) => {
  const data = process.env.GUIDANG_DATA
  test.skip(!data, 'needs the stack that the tests start themselves')
  const page = await as(browser, 'zhang', '/file?slot=ZZSHH-2026%7CMEETING%7C2026')
  await page.locator('input[type=file]').setInputFiles(sample('pdf'))
  await page.getByRole('textbox', { name: '题名' }).fill('会议情况报告（重报）')
  await expect(page.locator('[data-test=file]')).toBeEnabled()
  await expect(page).toHaveURL(/draft=/)

  process.kill(indexProcess(data ?? ''), 'SIGKILL')
  await page.reload()
  await expect(page.locator('[data-test=status-line]')).toContainText('报送照常')
  await page.locator('[data-test=file]').click()
  await expect(page.getByRole('heading', { name: '报送回执' })).toBeVisible()
  await look(page, 'without-index')

  await expect(page.locator('[data-test=status-line]')).toBeEmpty({ timeout: 60_000 })
  await expect(async () => {
    await page.goto(at('/search?q=重报'))
    await expect(page.getByRole('link', { name: '会议情况报告（重报）' })).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 60_000 })
  await leave(page)
})
