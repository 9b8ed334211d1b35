import { expect, test } from '@playwright/test'
import { look } from '../support/look'
import { as, at, leave } from '../support/people'

test.describe.configure({ mode: 'serial' })

const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())
const CAMPAIGN = '/campaigns/ZZSHH-2027'
const csv = (name: string, lines: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`),
})

test('working days are imported after a trial that names each faulty row', async ({ browser }) => {
  const page = await as(browser, 'chen', '/campaigns')
  await page.getByRole('link', { name: '工作日历' }).click()
  await expect(page.getByText('现在都按周一至周五计算')).toBeVisible()
  const input = page.locator('input[type=file]')
  await input.setInputFiles(csv('错误.csv', ['日期,类型', '2027-02-30,休', '2027-01-01,假日']))
  await expect(page.getByRole('row', { name: /2027-02-30/ })).toContainText('2')
  await look(page, 'calendar-errors')
  await input.setInputFiles(csv('2027.csv', ['日期,类型', '2027-01-01,休', '2027-01-03,班']))
  await expect(page.getByText('2027 年：放假 1 天，调休上班 1 天')).toBeVisible()
  await page.getByRole('button', { name: '导入 2027 年的日历' }).click()
  await expect(page.getByRole('row', { name: /^2027/ })).toContainText('01-03')
  await look(page, 'calendar')
  await leave(page)
})

test('a draft is copied from last year, left and found again, and opened with the roster counted', async ({
  browser,
}) => {
  const page = await as(browser, 'chen', '/campaigns/new')
  await page.getByRole('textbox', { name: '时段' }).fill('2027')
  await page.getByLabel('从已有专题复制').selectOption({ label: '2026年度专题组织生活会' })
  await expect(page.getByRole('textbox', { name: '名称', exact: true })).toHaveValue('2027年度专题组织生活会')
  await page.getByRole('textbox', { name: '代码', exact: true }).fill('ZZSHH-2027')
  await page.getByRole('button', { name: '保存，下一步' }).click()

  await page.getByRole('combobox', { name: '市水务局机关党委 是否报送' }).selectOption('out')
  await expect(page.getByText('现在合计 3 个组织')).toBeVisible()
  await page.getByRole('button', { name: '展开 市档案管理局机关党委' }).press('Enter')
  await page.getByRole('combobox', { name: '市档案管理局机关党委 是否报送' }).selectOption('out-alone')
  await expect(page.getByText('现在合计 2 个组织')).toBeVisible()
  await look(page, 'wizard-whom')
  await page.getByRole('button', { name: '存为草稿并离开' }).click()
  await expect(page.locator('dl.facts')).toContainText('草稿')
  await look(page, 'campaign-draft')

  await page.goto(at('/campaigns'))
  await page.getByRole('link', { name: '2027年度专题组织生活会' }).click()
  await page.getByRole('link', { name: '修改草稿' }).click()
  await expect(page.getByRole('textbox', { name: '名称', exact: true })).toHaveValue('2027年度专题组织生活会')
  await page.getByRole('button', { name: '3 材料与期限' }).click()
  await expect(page.getByRole('textbox', { name: '第 1 种材料的时段' })).toHaveValue('2027')
  await expect(page.getByLabel('第 1 种材料的期限', { exact: true })).toHaveValue('2031-12-31')
  await page.getByRole('combobox', { name: '第 2 种材料的期限算法' }).selectOption('working')
  await page.getByLabel('第 2 种材料的会后天数').fill('10')
  await page.getByRole('combobox', { name: '第 3 种材料的期限算法' }).selectOption('calendar')
  await page.getByLabel('第 3 种材料的会后天数').fill('500')
  await page.getByRole('button', { name: '保存，下一步' }).click()
  await expect(page.getByRole('alert')).toContainText('会后 0 至 366 天')
  await page.getByLabel('第 3 种材料的会后天数').fill('30')
  await page.getByRole('checkbox', { name: '上2级' }).check()
  await look(page, 'wizard-documents')
  await page.getByRole('button', { name: '保存，下一步' }).click()
  await expect(page.getByRole('row', { name: /市档案管理局办公室党支部/ })).toBeVisible()
  await look(page, 'wizard-preview')
  await page.getByRole('button', { name: '开启「2027年度专题组织生活会」并冻结 2 个组织的名单' }).click()
  await expect(page.locator('dl.facts')).toContainText('进行中')
  await expect(page.getByRole('table').first()).toContainText('会后 10 个工作日内')
  await leave(page)
})

test('a branch owes without a date until it records its meeting', async ({ browser }) => {
  const page = await as(browser, 'zhang')
  await page.getByRole('link', { name: '会议日期未登记' }).first().click()
  await expect(page.getByRole('heading', { name: '2027年度专题组织生活会' })).toBeVisible()
  await page.getByLabel('计划召开日期').fill('2027-01-15')
  await page.getByRole('button', { name: '登记计划' }).click()
  await expect(page.getByText('已登记：计划 2027-01-15 召开')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: '会后 10 个工作日内' })).toContainText('未登记')
  await page.getByLabel('实际召开日期').fill(today)
  await page.getByRole('button', { name: '登记已召开' }).click()
  await expect(page.getByText(`已登记：${today} 召开`)).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: '会后 10 个工作日内' })).not.toContainText(
    '未登记',
  )
  await look(page, 'meeting')
  await page.goto(at('/'))
  await expect(page.getByRole('link', { name: '会议日期未登记' })).toHaveCount(0)
  await leave(page)
})

test('a clerk above records a meeting on behalf of a branch', async ({ browser }) => {
  const page = await as(browser, 'li', CAMPAIGN)
  await page
    .getByRole('row', { name: /收集征管处/ })
    .getByRole('button', { name: '登记' })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('实际召开日期').fill(today)
  await dialog.getByRole('button', { name: '登记已召开' }).click()
  await expect(dialog.getByRole('listitem').filter({ hasText: '会后 30 天内' })).not.toContainText('未登记')
  await look(page, 'meeting-behalf')
  await leave(page)
})

test('an officer exempts, extends, takes back and adds, several at once, each with a reason', async ({
  browser,
}) => {
  const page = await as(browser, 'lin', CAMPAIGN)
  await page.getByRole('checkbox', { name: '选择列出的全部组织' }).check()
  await expect(page.getByText('已选 2 个组织')).toBeVisible()
  await look(page, 'roster')
  await page.getByRole('button', { name: '豁免', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: /整改方案/ }).uncheck()
  await expect(dialog.getByRole('button', { name: '豁免 2 个组织' })).toBeDisabled()
  await dialog.getByLabel('理由').fill('班子换届，本次不召开')
  await look(page, 'roster-exempt')
  await dialog.getByRole('button', { name: '豁免 2 个组织' }).click()
  await expect(page.getByText('已变更 2 个组织')).toBeVisible()
  await expect(page.getByRole('row', { name: /办公室党支部/ })).toContainText('班子换届，本次不召开')

  await page.getByRole('checkbox', { name: '选择 市档案管理局办公室党支部' }).check()
  await page.getByRole('button', { name: '取消豁免' }).click()
  await dialog.getByLabel('理由').fill('改为按期召开')
  await dialog.getByRole('button', { name: '恢复 1 个组织应报' }).click()
  await expect(page.getByRole('row', { name: /办公室党支部/ })).toContainText('改为按期召开')
  await page.getByLabel('显示').selectOption('exempted')
  await expect(page.getByText('共 1 个组织')).toBeVisible()
  await page.getByLabel('显示').selectOption('all')

  await page.getByRole('checkbox', { name: '选择 市档案管理局办公室党支部' }).check()
  await page.getByRole('button', { name: '延期' }).click()
  await dialog.getByLabel('新的期限').fill('2020-01-01')
  await dialog.getByLabel('理由').fill('会议推迟')
  await dialog.getByRole('button', { name: '给 1 个组织延期' }).click()
  await expect(dialog.getByRole('alert')).toContainText('invalid-field')
  await dialog.getByLabel('新的期限').fill('2032-03-31')
  await dialog.getByRole('button', { name: '给 1 个组织延期' }).click()
  await expect(page.getByRole('row', { name: /办公室党支部/ })).toContainText('延期至 2032-03-31')

  await page.getByRole('button', { name: '增补组织' }).click()
  await dialog.getByRole('combobox').fill('水务局办公室')
  await page.getByRole('option', { name: /市水务局办公室党支部/ }).click()
  await dialog.getByLabel('理由').fill('本年新设')
  await look(page, 'roster-add')
  await dialog.getByRole('button', { name: '增补 1 个组织' }).click()
  await expect(page.getByRole('row', { name: /市水务局办公室党支部/ })).toContainText('本年新设')
  await look(page, 'roster-acts')
  await leave(page)
})

test('the wizard and the campaign speak English', async ({ browser }) => {
  const page = await as(browser, 'chen', `${CAMPAIGN}?filter=extended`, 'en')
  await expect(page.getByText('Extended to 2032-03-31').first()).toBeVisible()
  await look(page, 'campaign-en')
  await page.goto(at('/campaigns/new'))
  await expect(page.getByRole('heading', { name: 'Name and period' })).toBeVisible()
  await look(page, 'wizard-en')
  await leave(page)
})

test('an officer of one part of the tree sees only that part of the roster', async ({ browser }) => {
  const page = await as(browser, 'wang', CAMPAIGN)
  await expect(page.getByText('共 2 个组织')).toBeVisible()
  await expect(page.locator('#content')).not.toContainText('水务局')
  await expect(page.getByRole('button', { name: '增补组织' })).toHaveCount(0)
  await leave(page)
})
