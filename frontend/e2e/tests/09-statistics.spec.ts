import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { look } from '../support/look'
import { as, at, leave, post } from '../support/people'

test.describe.configure({ mode: 'serial' })

/** The first click: from wherever one is to the statistics; the second chooses the question. */
async function ask(page: Page, question: string) {
  await page.goto(at('/'))
  await page.getByRole('link', { name: '统计', exact: true }).click()
  await page.getByRole('tab', { name: question }).click()
}

test('submission and timeliness by sub-committee are there after one click, and open in place', async ({
  browser,
}) => {
  const page = await as(browser, 'lin', '/')
  await page.getByRole('link', { name: '统计', exact: true }).click()
  const table = page.locator('[data-test=figures]')
  await expect(table.getByRole('columnheader', { name: '及时率' })).toBeVisible()
  const rows = await table.locator('tbody tr').count()
  await table
    .getByRole('button', { name: /^展开或收起/ })
    .first()
    .click()
  await expect.poll(() => table.locator('tbody tr').count()).toBeGreaterThan(rows)
  await expect(page.locator('.curve svg')).toBeVisible()
  await page.getByText('逐日数字').click()
  await look(page, 'statistics-table')
  await leave(page)
})

test('each number opens the list behind it, as long as the number says, and under an address of its own', async ({
  browser,
}) => {
  const page = await as(browser, 'lin', '/statistics')
  const total = page.locator('[data-test=figures] tfoot')
  for (const column of ['应报', '已报', '未报']) {
    const number = total.locator(`td[data-label="${column}"] a`)
    const value = await number.textContent()
    await number.click()
    await expect(page.locator('[data-test=total]')).toHaveText(`共 ${value} 条`)
    await page.reload()
    await expect(page.locator('[data-test=total]')).toHaveText(`共 ${value} 条`)
    await page.getByRole('link', { name: '回到统计' }).click()
    await expect(total).toBeVisible()
  }
  await total.locator('td[data-label="未报"] a').click()
  await look(page, 'statistics-list')
  await leave(page)
})

test('who has not submitted, and how late', async ({ browser }) => {
  const administrator = await as(browser, 'chen', '/campaigns')
  await post(administrator, '/api/campaigns', {
    code: 'ZZYQ-2026',
    name: '2026年度民主评议',
    target: 'ROOT',
    types: ['branch'],
    documents: [{ type: 'MEETING', name: '会议情况报告', period: '2026', due: '2026-01-31' }],
  })
  await post(administrator, '/api/campaigns/ZZYQ-2026/open', {})
  await leave(administrator)
  const page = await as(browser, 'lin', '/')
  await ask(page, '谁还没报')
  await page.getByRole('combobox', { name: '专题', exact: true }).selectOption({ label: '2026年度民主评议' })
  await expect(page.locator('[data-test=slots] tbody tr').first()).toContainText(/\d+ 天/)
  await look(page, 'statistics-unfiled')
  await page.getByRole('checkbox', { name: '选择 市档案管理局办公室党支部 的会议情况报告' }).check()
  await page.getByRole('button', { name: '催报所选的 1 份…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '附言（可不填）' }).fill('请于本周内报送')
  await dialog.getByRole('button', { name: '催报 1 份' }).click()
  await expect(dialog.locator('[data-test=reminded]')).toHaveText('已催报 1 份，共 1 份。')
  await look(page, 'statistics-reminded')
  await leave(page)
})

test('who was reminded sees by whom and with which words, and puts it away', async ({ browser }) => {
  const page = await as(browser, 'zhang')
  const owed = page.getByRole('row', { name: /2026年度民主评议/ })
  await expect(owed.locator('[data-test=reminder]')).toContainText('市直机关工委催报：请于本周内报送')
  await look(page, 'home-reminded')
  await owed.getByRole('button', { name: '知道了' }).click()
  await expect(owed.locator('[data-test=reminder]')).toHaveCount(0)
  await page.reload()
  await expect(owed).toContainText('逾期')
  await expect(owed.locator('[data-test=reminder]')).toHaveCount(0)
  await leave(page)
})

test('who lacks which document', async ({ browser }) => {
  const page = await as(browser, 'lin', '/')
  await ask(page, '谁缺哪份')
  await expect(page.getByRole('columnheader', { name: /会议情况报告/ })).toBeVisible()
  await expect(page.getByText(/^缺/).first()).toBeVisible()
  await look(page, 'statistics-documents')
  await leave(page)
})

test('what awaits review, the oldest first; what was returned', async ({ browser }) => {
  const page = await as(browser, 'lin', '/')
  await ask(page, '待审核')
  await expect(page.locator('[data-test=slots] tbody tr').first()).toContainText('已报，待审核')
  await look(page, 'statistics-waiting')
  await ask(page, '退回情况')
  await expect(page.locator('[data-test=total]')).toBeVisible()
  await look(page, 'statistics-returned')
  await leave(page)
})

test('problems by aspect; reports that miss aspects; passages that coincide', async ({ browser }) => {
  const page = await as(browser, 'lin', '/')
  await ask(page, '问题按方面')
  await expect(page.getByRole('tabpanel')).not.toBeEmpty()
  await look(page, 'statistics-aspects')
  await ask(page, '缺方面、占位符')
  await page.getByRole('radio', { name: '留有占位符的报告' }).check()
  await expect(page.locator('[data-test=total]')).toBeVisible()
  await look(page, 'statistics-quality')
  await ask(page, '重合段落')
  await page.getByRole('link', { name: '查看本专题的重合段落' }).click()
  await expect(page).toHaveURL(/\/coincidences\?campaign=/)
  await leave(page)
})

test('one frozen table of a chosen day: exported, printed, and the same for whoever gets the address', async ({
  browser,
}) => {
  const page = await as(browser, 'lin', '/')
  await ask(page, '定格总表')
  await look(page, 'statistics-frozen')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 CSV' }).click()
  const file = await saved
  expect(file.suggestedFilename()).toMatch(/^按组织统计-\d{4}-\d{2}-\d{2}\.csv$/)
  const csv = readFileSync(await file.path(), 'utf8')
  expect(csv.startsWith('\uFEFF')).toBe(true)
  expect(csv).toContain('截至,')
  expect(csv).toContain('日志位置,')
  const workbook = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 Excel' }).click()
  expect(
    readFileSync(await (await workbook).path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  await page.getByLabel('截至').fill('2026-01-02')
  await expect(page).toHaveURL(/asOf=2026-01-02/)
  await expect(page.locator('[data-test=figures] tfoot td[data-label="应报"]')).toHaveText('0')
  await expect(page.locator('[data-test=live]')).toHaveCount(0)
  await page.reload()
  await expect(page.getByLabel('截至')).toHaveValue('2026-01-02')
  await page.getByLabel('组织树').selectOption('then')
  await expect(page.getByText('不含此后划转的单位')).toBeVisible()
  await page.getByRole('button', { name: '回到现在' }).click()
  await expect(page.locator('[data-test=figures] tfoot td[data-label="应报"]')).not.toHaveText('0')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('tablist')).toBeHidden()
  await expect(page.locator('.as-of').first()).toBeVisible()
  await page.emulateMedia({ media: 'screen' })
  await leave(page)
})

test('grouped by document, month, type and level', async ({ browser }) => {
  const page = await as(browser, 'lin', '/')
  await ask(page, '分组统计')
  for (const [word, cell] of [
    ['时限月份', /^\d{4}-\d{2}$/],
    ['组织类型', '党支部'],
    ['组织级别', /^第 \d 级$/],
    ['材料', /班子对照检查材料/],
  ] as const) {
    await page.getByRole('radio', { name: word }).check()
    await expect(page.getByRole('rowheader', { name: cell }).first()).toBeVisible()
  }
  await look(page, 'statistics-groups')
  await leave(page)
})

test('an open page moves as reports come and go, and says so when the stream breaks', async ({ browser }) => {
  const page = await as(browser, 'lin', '/statistics')
  const live = page.locator('[data-test=live]')
  await expect(live).toHaveAttribute('data-state', 'live')
  const position = async () =>
    Number(/日志位置 (\d+)/.exec((await page.locator('.as-of').first().textContent()) ?? '')?.[1])
  const before = await position()
  const clerk = await as(browser, 'zhang', '/search?state=waiting')
  await clerk.locator('.hits a').first().click()
  await clerk.getByRole('button', { name: '撤回…' }).click()
  await clerk.getByRole('textbox', { name: '理由' }).fill('数字有误，重新报送')
  await clerk.getByRole('button', { name: /^撤回第 \d 版/ }).click()
  await expect(clerk.locator('.facts-line')).toContainText('已撤回')
  await leave(clerk)
  await expect.poll(position).toBeGreaterThan(before)

  await page.route('**/api/statistics/live*', (route) => route.abort())
  await page.reload()
  await expect(live).toHaveAttribute('data-state', 'broken')
  await expect(live).toContainText('正在重连')
  await page.unroute('**/api/statistics/live*')
  await expect(live).toHaveAttribute('data-state', 'live', { timeout: 45_000 })
  await leave(page)
})

test('a committee sees its own figures alone, in English too', async ({ browser }) => {
  const page = await as(browser, 'wang', '/statistics', 'en')
  await expect(page.getByRole('tab', { name: 'Who has not submitted' })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: 'Total' })).toBeVisible()
  await look(page, 'statistics-en')
  await leave(page)
})
