import { expect, test } from '@playwright/test'
import { look } from '../support/look'
import { as, at, leave } from '../support/people'

test.describe.configure({ mode: 'serial' })

let address = ''

test('whoever filed a classified report seals it, and nobody reads it any more', async ({ browser }) => {
  const page = await as(browser, 'zhang', '/search')
  await page
    .getByRole('link', { name: /对照检查材料/ })
    .first()
    .click()
  await expect(page.locator('.facts-line')).toBeVisible()
  const title = await page.getByRole('heading', { level: 1 }).textContent()
  address = new URL(page.url()).pathname
  await page.getByRole('button', { name: '封存…' }).click()
  const seal = page.getByRole('button', { name: /^封存第 \d 版/ })
  await page.getByRole('textbox', { name: '理由' }).fill('扫描件第二页有密级标志')
  await expect(seal).toBeDisabled()
  await page.getByRole('radio', { name: '含有涉密内容' }).check()
  await look(page, 'spill-seal')
  await seal.click()
  await expect(page.locator('.facts-line')).toContainText('已封存')
  await expect(page.getByText('等待该组织或者上级的另一名审核员处理')).toBeVisible()
  await expect(page.getByRole('tab', { name: '原件' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: '销毁…' })).toHaveCount(0)
  await expect(page.getByRole('row', { name: /封存/ })).toContainText('扫描件第二页有密级标志')
  await look(page, 'spill-sealed')
  await page.goto(at(`/search?q=${encodeURIComponent(`“${title?.trim()}”`)}`))
  await expect(page.locator(`.hits a[href*="${address}"]`)).toHaveCount(0)
  await page.goto(at('/search?state=sealed'))
  await expect(page.locator('.hits li')).toHaveCount(1)
  await page.goto(at('/'))
  await expect(page.getByRole('row', { name: /已封存，待重报/ })).toBeVisible()
  await leave(page)
})

test('a second person destroys it; record and receipt stay', async ({ browser }) => {
  const page = await as(browser, 'lin', address)
  await page.getByRole('button', { name: '销毁…' }).click()
  await page.getByRole('textbox', { name: '理由' }).fill('经核实确有密级标志')
  await look(page, 'spill-destroy')
  await page.getByRole('button', { name: /^销毁第 \d 版/ }).click()
  await expect(page.locator('.facts-line')).toContainText('已销毁')
  await expect(page.getByText('检索引擎里的词句正在清除')).toBeVisible()
  await look(page, 'spill-destroyed')
  await page.getByRole('tab', { name: '回执' }).click()
  await expect(page.getByText('签名的检查点')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('tab', { name: '回执' })).toHaveAttribute('aria-selected', 'true')
  await leave(page)
})

test('the pages of a spill speak English', async ({ browser }) => {
  const page = await as(browser, 'lin', address, 'en')
  await expect(page.locator('.facts-line')).toContainText('Destroyed')
  await expect(page.getByText('Sealed as classified on')).toBeVisible()
  await look(page, 'spill-en')
  await leave(page)
})
