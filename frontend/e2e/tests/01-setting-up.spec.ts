import { expect, test } from '@playwright/test'
import { as, at, leave } from '../support/people'
import { look } from '../support/look'

const TREE = [
  'code,name,type,parent',
  'C01,市档案管理局机关党委,committee,ROOT',
  'C01-01,市档案管理局办公室党支部,branch,C01',
  'C01-02,市档案管理局收集征管处党支部,branch,C01',
  'C02,市水务局机关党委,committee,ROOT',
  'C02-01,市水务局办公室党支部,branch,C02',
]
const csv = (name: string, lines: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`),
})

test.describe.configure({ mode: 'serial' })

test('the sign-in page shows, in both languages', async ({ page }) => {
  await page.goto(at('/'))
  await expect(page.getByRole('heading', { name: '归档' })).toBeVisible()
  await look(page, 'sign-in')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
})

test('where the browser gives no Web Crypto the page says so before sign-in', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }))
  await page.goto(at('/'))
  await expect(page.getByRole('alert')).toContainText('https')
  await expect(page.getByRole('button', { name: '登录' })).toHaveCount(0)
})

test('an organisation that the tree does not know is named, with whom to ask', async ({ browser }) => {
  const page = await as(browser, 'zhang')
  await expect(page.locator('#content')).toContainText('C01-01')
  await expect(page.locator('#content')).toContainText('管理员')
  await look(page, 'unknown-organisation')
  await leave(page)
})

test('an administrator sees what to set up, and no reports', async ({ browser }) => {
  const page = await as(browser, 'chen')
  await expect(page.getByRole('heading', { name: '导入组织' })).toBeVisible()
  await look(page, 'home-administrator')
  await page.goto(at('/search'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('您没有打开此页的权限')
  await look(page, 'no-permission')
  await leave(page)
})

test('a faulty tree is told row by row and writes nothing; a good one is imported', async ({ browser }) => {
  const page = await as(browser, 'chen', '/organizations/import')
  const input = page.locator('input[type=file]')
  await input.setInputFiles(csv('错误.csv', [...TREE, 'C03,无上级,branch,NOWHERE']))
  await expect(page.getByRole('row', { name: /parent/ })).toContainText('7')
  await look(page, 'import-errors')
  await input.setInputFiles(csv('组织.csv', TREE))
  await page.getByRole('button', { name: /^写入这 5 处变更/ }).click()
  await expect(page.locator('#content')).toContainText('已写入 5 处变更')
  await page.goto(at('/organizations'))
  await page.getByRole('button', { name: '展开“市档案管理局机关党委”' }).click()
  await expect(page.getByText('市档案管理局收集征管处党支部')).toBeVisible()
  await look(page, 'organisations')
  await leave(page)
})

test('a campaign is written in four steps, then opened with its roster frozen', async ({ browser }) => {
  const page = await as(browser, 'chen', '/campaigns/new')
  await page.getByRole('textbox', { name: '名称', exact: true }).fill('2026年度专题组织生活会')
  await page.getByRole('textbox', { name: '代码', exact: true }).fill('zzshh-2026')
  await page.getByRole('textbox', { name: '时段' }).fill('2026')
  await look(page, 'campaign-step-1')
  await page.getByRole('button', { name: '保存，下一步' }).click()
  await expect(page.getByRole('heading', { name: '报送组织' })).toBeVisible()
  await expect(page.getByText('现在合计 5 个组织')).toBeVisible()
  await look(page, 'campaign-step-2')
  await page.getByRole('button', { name: '保存，下一步' }).click()
  await expect(page.getByRole('heading', { name: '材料与期限' })).toBeFocused()
  for (const n of [3, 4]) {
    await page.getByRole('combobox', { name: `第 ${n} 种材料的期限算法` }).selectOption('day')
    await page.getByLabel(`第 ${n} 种材料的期限`, { exact: true }).fill('2030-12-31')
  }
  await page.getByLabel('第 2 种材料的期限', { exact: true }).fill('2030-12-31')
  await page.getByRole('button', { name: '移除第 1 种材料' }).click()
  await look(page, 'campaign-step-3')
  await page.getByRole('button', { name: '保存，下一步' }).click()
  await expect(page.getByRole('heading', { name: '核对名单并开启' })).toBeFocused()
  await expect(page.locator('#content')).toContainText('冻结')
  await look(page, 'campaign-step-4')
  await page.locator('[data-test=open]').click()
  await expect(page.getByRole('heading', { name: '2026年度专题组织生活会' })).toBeVisible()
  await expect(page.locator('dl.facts')).toContainText('进行中')
  await look(page, 'campaign')
  await page.goto(at('/campaigns'))
  await expect(page.getByRole('row', { name: /2026年度专题组织生活会/ })).toContainText('进行中')
  await look(page, 'campaigns')
  await leave(page)
})
