import { expect, test } from '@playwright/test'
import { look } from '../support/look'
import { as, at, leave } from '../support/people'

const csv = (name: string, lines: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`),
})

test.describe.configure({ mode: 'serial' })

test('an administrator adds below, renames and unfolds the tree in place', async ({ browser }) => {
  const page = await as(browser, 'chen', '/organizations/ROOT')
  await page.getByRole('button', { name: '在其下新增…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '代码' }).fill('e7-a')
  await dialog.getByRole('textbox', { name: '名称' }).fill('市供销社机关党委')
  await dialog.getByRole('textbox', { name: '简称' }).fill('供销党委')
  await look(page, 'organization-add')
  await dialog.getByRole('button', { name: '新增' }).click()
  await expect(dialog).toBeHidden()
  await page.goto(at('/organizations?q=gongxiao'))
  await page.getByRole('link', { name: '市供销社机关党委' }).click()
  await page.getByRole('button', { name: '在其下新增…' }).click()
  await dialog.getByRole('textbox', { name: '代码' }).fill('E7-A1')
  await dialog.getByRole('textbox', { name: '名称' }).fill('办公室党支部')
  await dialog.getByRole('button', { name: '新增' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: '更名…' }).click()
  await dialog.getByRole('textbox', { name: '名称' }).fill('市供销合作社机关党委')
  await expect(dialog.getByRole('button', { name: '更名' })).toBeDisabled()
  await dialog.getByRole('textbox', { name: '理由' }).fill('机构名称规范')
  await look(page, 'organization-rename')
  await dialog.getByRole('button', { name: '更名' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('市供销合作社机关党委')
  await expect(page.getByRole('row', { name: /更名/ })).toContainText('机构名称规范')
  await look(page, 'organization')
  await page.goto(at('/organizations'))
  await page.getByRole('button', { name: '展开“市供销合作社机关党委”' }).click()
  await expect(page.getByRole('link', { name: '办公室党支部', exact: true })).toBeVisible()
  await look(page, 'organizations-tree')
  await page.reload()
  await expect(page.getByRole('link', { name: '办公室党支部', exact: true })).toBeVisible()
  await leave(page)
})

test('a list is shown as a diff, written with a reason, and its export changes nothing', async ({
  browser,
}) => {
  const page = await as(browser, 'chen', '/organizations/import')
  const input = page.locator('input[type=file]')
  await input.setInputFiles(
    csv('组织.csv', [
      'code,name,type,parent,status,successor',
      'E7-B,市粮食局党总支,general-branch,ROOT,,',
      'E7-A1,综合办公室党支部,branch,E7-B,,',
      'E7-A2,业务处党支部,branch,E7-A,,',
    ]),
  )
  await expect(page.getByRole('row', { name: /移动/ })).toContainText('E7-B')
  await expect(page.getByRole('row', { name: /更名/ })).toContainText('综合办公室党支部')
  await look(page, 'import-diff')
  const write = page.getByRole('button', { name: /写入这 4 处变更/ })
  await expect(write).toBeDisabled()
  await page.getByRole('textbox', { name: '理由' }).fill('机构改革')
  await write.click()
  await expect(page.getByText('已写入 4 处变更。').first()).toBeVisible()
  await page.goto(at('/organizations'))
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 xlsx' }).click()
  const file = await (await download).path()
  await page.goto(at('/organizations/import'))
  await input.setInputFiles(file)
  await expect(page.getByText('与现在的组织树完全相同')).toBeVisible()
  await leave(page)
})

test('moving, merging and closing name what follows; the past can still be read', async ({ browser }) => {
  const page = await as(browser, 'chen', '/organizations/E7-A2')
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: '移动…' }).click()
  await dialog.getByRole('combobox', { name: '新的上级' }).fill('shiliang')
  await page.getByRole('option', { name: /市粮食局党总支/ }).click()
  await dialog.getByRole('textbox', { name: '理由' }).fill('隶属关系调整')
  await look(page, 'organization-move')
  await dialog.getByRole('button', { name: '移动' }).click()
  await expect(page.locator('.facts')).toContainText('ROOT/E7-B/E7-A2/')
  await page.getByRole('button', { name: '合并…' }).click()
  await dialog.getByRole('combobox', { name: '并入的组织' }).fill('综合办公室')
  await page.getByRole('option', { name: /综合办公室党支部/ }).click()
  await dialog.getByRole('textbox', { name: '理由' }).fill('支部合并')
  await look(page, 'organization-merge')
  await dialog.getByRole('button', { name: '合并' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.locator('.facts')).toContainText('综合办公室党支部')
  await expect(page.getByRole('button', { name: '恢复…' })).toBeVisible()
  await look(page, 'organization-merged')
  await page.goto(at('/organizations/E7-A'))
  await page.getByRole('button', { name: '撤销…' }).click()
  await dialog.getByRole('textbox', { name: '理由' }).fill('机构撤销')
  await dialog.getByRole('button', { name: '撤销' }).click()
  await expect(page.locator('.state', { hasText: '已撤销' })).toBeVisible()
  await page.goto(at('/organizations?parent=ROOT'))
  await expect(page.getByRole('link', { name: '市供销合作社机关党委' })).toHaveCount(0)
  await page.getByRole('checkbox', { name: '含已撤销、合并的' }).check()
  await expect(page.getByRole('link', { name: '市供销合作社机关党委' })).toBeVisible()
  await expect(page).toHaveURL(/closed=true/)
  await page.goto(at('/organizations?asOf=2020-01-01'))
  await expect(page.getByText('截至 2020-01-01 的组织树')).toBeVisible()
  await look(page, 'organizations-as-of')
  await leave(page)
})

test('the tree speaks English', async ({ browser }) => {
  const page = await as(browser, 'chen', '/organizations/E7-A1', 'en')
  await expect(page.getByRole('row', { name: /Moved/ })).toContainText('机构改革')
  await page.getByRole('button', { name: 'Close…' }).click()
  await expect(page.getByRole('dialog')).toContainText('its grants and reports pass to the one above')
  await look(page, 'organization-en')
  await leave(page)
})
