import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { look } from '../support/look'
import { as, at, leave, post } from '../support/people'

test.describe.configure({ mode: 'default' })

const REGISTER = '/rectifications?organization=C01-02&campaign=ZZSHH-2026'
const rows = (page: Page) => page.locator('[data-test=items] tbody tr')
const total = (page: Page) => page.locator('[data-test=total]')
const day = (from: number) =>
  new Date(Date.now() + from * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' })

interface Item {
  item: string
  number: number
}

const words = (problem: string, aspect: string) => ({
  problem,
  aspect,
  goal: '形成制度，长期管用',
  measures: '制定计划，明确到人，按月检查',
  unit: '收集征管处',
  post: '支部书记',
})
const PROBLEMS = [
  {
    type: 'by-deadline',
    due: day(-20),
    words: words('“三会一课”记录不规范，缺少讨论情况', '组织建设'),
  },
  { type: 'immediate', due: day(5), words: words('征管窗口一次性告知不到位', '作风建设') },
  { type: 'by-deadline', due: day(90), words: words('档案征集台账更新不及时', '履职尽责') },
  { type: 'ongoing', words: words('理论学习联系实际不够', '理论学习') },
]

test('a register is there to be looked at: two close-outs wait, one item is overdue', async ({ browser }) => {
  const administrator = await as(browser, 'chen')
  await post(administrator, '/api/campaigns', {
    code: 'ZZSHH-2024',
    name: '2024年度专题组织生活会',
    target: 'ROOT',
    types: ['branch'],
    documents: [{ type: 'RECTIFY', name: '整改方案/台账', period: '2024', due: '2025-01-31' }],
  })
  await post(administrator, '/api/campaigns/ZZSHH-2024/open', {})
  await leave(administrator)
  const clerk = await as(browser, 'li')
  const { items } = await post<{ items: Item[] }>(clerk, '/api/rectifications', {
    organization: 'C01-02',
    campaign: 'ZZSHH-2026',
    items: PROBLEMS,
  })
  for (const { item } of items.slice(1, 3)) {
    await post(clerk, `/api/rectifications/C01-02/${item}/progress`, { words: '已制作告知单，窗口逐项发放' })
    await post(clerk, `/api/rectifications/C01-02/${item}/close-out`, { completed: day(-1) })
  }
  await post(clerk, '/api/rectifications', {
    organization: 'C01-02',
    campaign: 'ZZSHH-2024',
    items: [{ type: 'ongoing', words: words('学习笔记多、交流少', '理论学习') }],
  })
  await leave(clerk)
})

test('an officer narrows the register, keeps the question as a view, and finds it again', async ({
  browser,
}) => {
  const page = await as(browser, 'wang', '/')
  await page.getByRole('link', { name: '整改', exact: true }).click()
  await page.goto(at(REGISTER))
  await expect(rows(page)).toHaveCount(4)
  await look(page, 'register')
  await page.getByRole('link', { name: '逾期', exact: true }).click()
  await expect(page).toHaveURL(/due=overdue/)
  await expect(rows(page).filter({ hasText: '三会一课' })).toContainText('逾期 20 天')
  await page.goto(at(REGISTER))
  await page.getByRole('combobox', { name: '整改类型' }).selectOption('ongoing')
  await expect(rows(page)).toHaveCount(1)
  await expect(page).toHaveURL(/type=ongoing/)
  await page.reload()
  await expect(rows(page)).toContainText('理论学习联系实际不够')
  await page.getByRole('button', { name: '保存为视图…' }).click()
  await page.getByRole('textbox', { name: '视图名称' }).fill('征管处长期坚持')
  await page.keyboard.press('Enter')
  await page.goto(at('/rectifications'))
  await page.getByRole('link', { name: '征管处长期坚持' }).click()
  await expect(rows(page)).toHaveCount(1)
  await page.locator('summary', { hasText: '选择列' }).click()
  await page.getByRole('checkbox', { name: '最近进展' }).check()
  await page.reload()
  await expect(page.getByRole('columnheader', { name: '最近进展' })).toBeVisible()
  await page.getByRole('searchbox', { name: /按问题、措施/ }).fill('交流')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '去掉所有筛选' }).first().click()
  await page.goto(at('/rectifications?words=告知单'))
  await expect(rows(page).locator('mark').first()).toHaveText('告知单')
  await look(page, 'register-words')
  await leave(page)
})

test('several close-outs are returned at once, with an outcome for each; one is reminded of', async ({
  browser,
}) => {
  const page = await as(browser, 'wang', `${REGISTER}&state=close-out-requested`)
  await expect(rows(page)).toHaveCount(2)
  await page.getByRole('checkbox', { name: '选择列出的全部可选事项' }).check()
  await page.getByRole('button', { name: '退回 2 项…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: '退回 2 项', exact: true })).toBeDisabled()
  await dialog.getByRole('textbox', { name: /还缺什么/ }).fill('请附告知单样式')
  await look(page, 'register-return')
  await dialog.getByRole('button', { name: '退回 2 项', exact: true }).click()
  await expect(dialog.locator('[data-test=outcomes]')).toHaveText('2 项中已退回 2 项。')
  await look(page, 'register-returned')
  await dialog.getByRole('button', { name: '关闭', exact: true }).click()
  await expect(rows(page)).toHaveCount(0)
  await page.goto(at(`${REGISTER}&due=overdue`))
  await page.getByRole('checkbox', { name: /^选择 .* 第 1 项/ }).check()
  await page.getByRole('button', { name: '催办 1 项…' }).click()
  await dialog.getByRole('button', { name: '催办 1 项', exact: true }).click()
  await expect(dialog.locator('[data-test=outcomes]')).toHaveText('1 项中已催办 1 项。')
  await leave(page)
})

test('what is exported imports again without a difference, and with one the cell is told', async ({
  browser,
}) => {
  const page = await as(browser, 'wang', `${REGISTER}&state=all`)
  await expect(rows(page)).toHaveCount(4)
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 CSV' }).click()
  const csv = readFileSync(await (await saved).path(), 'utf8')
  expect(csv).toContain('档案征集台账更新不及时')
  const hand = async (name: string, text: string) => {
    await page.goto(at('/rectifications/imports/new'))
    await page.getByRole('combobox', { name: '专题' }).selectOption('ZZSHH-2026')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  }
  await page.goto(at('/rectifications/imports/new'))
  await look(page, 'register-import-new')
  await hand('台账.csv', csv)
  await expect(page.locator('[data-test=counts]')).toContainText('相同 4')
  await expect(page.getByText('与现有台账完全相同')).toBeVisible()

  await hand('有误.csv', csv.replace(day(90), '明年春天'))
  await expect(page.locator('[data-test=faults]')).toContainText('完成时限')
  await look(page, 'register-import-faults')

  await hand('改过.csv', csv.replace('档案征集台账更新不及时', '档案征集台账更新不及时、不完整'))
  await expect(page.locator('[data-test=changes]')).toContainText('不完整')
  await look(page, 'register-import-checked')
  await page.locator('[data-test=start]').click()
  await expect(page.locator('[data-test=phase]')).toHaveText('已结束')
  await look(page, 'register-import-done')
  await page.getByRole('link', { name: '回到台账' }).click()
  await expect(rows(page).filter({ hasText: '不完整' })).toHaveCount(1)
  await leave(page)
})

test('the three lists print on A4, with scope and as-of', async ({ browser }) => {
  const page = await as(browser, 'wang', REGISTER)
  await page.getByRole('link', { name: '打印三张清单' }).click()
  const lists = page.locator('section.list')
  await expect(lists).toHaveCount(3)
  await expect(lists.first()).toContainText('收集征管处党支部')
  await expect(lists.nth(1)).toContainText('制定计划，明确到人，按月检查')
  await expect(lists.nth(2)).toContainText('支部书记')
  await look(page, 'register-print')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: '打印' })).toBeHidden()
  await expect(page.locator('.as-of').first()).toBeVisible()
  await page.emulateMedia({ media: 'screen' })
  await leave(page)
})

test('statistics: each number opens the items behind it; what is due, what waits, what comes back', async ({
  browser,
}) => {
  const page = await as(browser, 'wang', '/')
  await page.getByRole('link', { name: '统计', exact: true }).click()
  await page.getByRole('tab', { name: '整改率' }).click()
  await page.getByRole('combobox', { name: '专题', exact: true }).selectOption('ZZSHH-2026')
  const foot = page.locator('[data-test=item-figures] tfoot')
  await expect(foot).toBeVisible()
  await look(page, 'statistics-rectification')
  for (const column of ['整改事项', '有时限的', '长期坚持', '逾期']) {
    const number = foot.locator(`td[data-label="${column}"]`).first().locator('a')
    const value = await number.textContent()
    await number.click()
    await expect(total(page)).toHaveText(`共 ${value} 项`)
    await page.goBack()
    await expect(foot).toBeVisible()
  }
  await page.getByRole('tab', { name: '逾期与将到期' }).click()
  await expect(rows(page).filter({ hasText: '三会一课' })).toBeVisible()
  await look(page, 'statistics-items-due')
  await page.getByRole('tab', { name: '待销号' }).click()
  await expect(total(page)).toBeVisible()
  await look(page, 'statistics-close-outs')
  await page.getByRole('tab', { name: '反复出现的问题' }).click()
  const back = page.locator('[data-test=recurring] tbody tr').filter({ hasText: '收集征管处党支部' })
  await expect(back).toContainText('理论学习')
  await look(page, 'statistics-recurring')
  await back.getByRole('link').first().click()
  await expect(rows(page)).toHaveCount(1)
  await leave(page)
})

test('one search finds reports and items', async ({ browser }) => {
  const page = await as(browser, 'wang', '/')
  await page.keyboard.press('/')
  await page.keyboard.type('一次性告知')
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: /整改事项 1/ }).click()
  await expect(page.locator('.hits li')).toHaveCount(1)
  await expect(page.locator('.hits mark').first()).toBeVisible()
  await look(page, 'search-items')
  await page.reload()
  await page.locator('.hits a').first().click()
  await expect(page).toHaveURL(/\/rectifications\/C01-02\//)
  await leave(page)
})

test('the register speaks English', async ({ browser }) => {
  const page = await as(browser, 'wang', REGISTER, 'en')
  await expect(page.getByRole('link', { name: 'Overdue', exact: true })).toBeVisible()
  await look(page, 'register-en')
  await page.goto(at('/statistics?tab=rectification'))
  await expect(page.locator('[data-test=item-figures]')).toContainText('Rectification rate')
  await leave(page)
})
