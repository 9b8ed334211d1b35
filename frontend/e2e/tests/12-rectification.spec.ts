import { expect, test, type Page } from '@playwright/test'
import { look } from '../support/look'
import { as, at, leave, post, sample } from '../support/people'
import { picture } from '../support/picture'

test.describe.configure({ mode: 'serial' })

const CAMPAIGN = 'ZG-2026'
let report = ''
let item = ''

const photo = (name: string) => ({ name, mimeType: 'image/png', buffer: picture() })
const facts = (page: Page) => page.locator('[data-test=item-facts]')
const steps = (page: Page, type: string) => page.locator(`.steps > li[data-step=${type}]`)
const act = (page: Page, name: string) => page.locator('.acts').getByRole('button', { name, exact: true })

test('eight problems of a report become eight items in one press', async ({ browser }) => {
  const administrator = await as(browser, 'chen')
  await post(administrator, '/api/campaigns', {
    code: CAMPAIGN,
    name: '2026年度整改',
    target: 'ROOT',
    types: ['branch'],
    documents: [{ type: 'SELF-EXAM', name: '班子对照检查材料', period: '2026', due: '2030-12-31' }],
  })
  await post(administrator, `/api/campaigns/${CAMPAIGN}/open`, {})
  await administrator.goto(at(`/campaigns/${CAMPAIGN}`))
  await expect(administrator.locator('dl.facts')).toContainText('进行中')
  await leave(administrator)

  const page = await as(browser, 'zhang', `/file?organization=C01-01&slot=${CAMPAIGN}%7CSELF-EXAM%7C2026`)
  await page.locator('input[type=file]').setInputFiles(sample('docx'))
  await page.getByRole('radio', { name: /2026年度整改/ }).check()
  await page.locator('[data-test=file]').click()
  await expect(page.getByRole('heading', { name: '报送回执' })).toBeVisible()
  report = new URL(page.url()).pathname
  const suggestions = page.getByRole('article', { name: /^第 \d 个问题$/ })
  await expect(suggestions).toHaveCount(8)
  await expect(page.locator('[data-test=open-items]')).toHaveText('登记 8 项整改事项')
  await look(page, 'items-suggested')

  await page.getByRole('button', { name: '修改第 1 项' }).click()
  await suggestions.first().getByRole('textbox', { name: '整改目标' }).fill('党性观念明显增强')
  await suggestions.first().getByRole('textbox', { name: '责任人' }).fill('周桐')
  await suggestions.first().getByLabel('第 1 个问题 完成时限').fill('2030-06-30')
  await suggestions
    .nth(1)
    .getByRole('combobox', { name: /整改类型/ })
    .selectOption('ongoing')
  await look(page, 'items-edited')
  await page.getByRole('checkbox', { name: '登记第 8 个问题' }).uncheck()
  await expect(page.locator('[data-test=open-items]')).toHaveText('登记 7 项整改事项')
  await page.getByRole('checkbox', { name: '登记第 8 个问题' }).check()
  await page.locator('[data-test=open-items]').click()
  await expect(page.locator('.opened li')).toHaveCount(8)
  await expect(suggestions).toHaveCount(0)
  await page.getByRole('tab', { name: '整改事项' }).click()
  await expect(page.locator('.opened li').first()).toContainText('未开始')
  await look(page, 'items-opened')
  await page.getByRole('link', { name: '1 号', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1 号整改事项')
  item = new URL(page.url()).pathname
  await expect(facts(page)).toContainText('未开始')
  await expect(facts(page)).toContainText('2030-06-30')
  await expect(page.locator('dl.words')).toContainText('周桐')
  await look(page, 'item-open')
  await leave(page)
})

test('the clerk records progress with photos, looks at them, and asks for close-out', async ({ browser }) => {
  const page = await as(browser, 'zhang', item)
  await act(page, '登记进展…').click()
  const dialog = page.getByRole('dialog', { name: '登记进展' })
  await dialog.locator('input[type=file]').setInputFiles([photo('学习现场.png'), photo('签到.png')])
  await expect(dialog.getByLabel('学习现场.png 的材料日期')).toBeVisible()
  await dialog.getByLabel('学习现场.png 的材料日期').fill('2026-03-05')
  await dialog.getByRole('textbox', { name: /做了什么/ }).fill('组织全体党员集中学习一次。')
  await expect(dialog.getByText('正在检查…')).toHaveCount(0)
  await look(page, 'item-progress')
  await dialog.getByRole('button', { name: '登记进展' }).click()
  await expect(facts(page)).toContainText('整改中')
  await expect(steps(page, 'progressed')).toContainText('组织全体党员集中学习一次。')
  await expect(steps(page, 'progressed')).toContainText('材料日期 2026-03-05')
  await expect(steps(page, 'progressed').locator('img')).toHaveCount(2)
  await look(page, 'item-in-progress')

  await page.getByRole('button', { name: '查看 学习现场.png' }).click()
  const viewer = page.getByRole('dialog', { name: '学习现场.png' })
  await expect(viewer.locator('img')).toHaveJSProperty('naturalWidth', 800)
  await look(page, 'item-picture')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('dialog', { name: '签到.png' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载 学习现场.png' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('学习现场.png')

  await act(page, '申请销号…').click()
  await page.getByLabel('完成日期（可不填）').fill('2026-03-31')
  await page.getByRole('textbox', { name: /说明/ }).fill('已完成')
  await page.getByRole('dialog').getByRole('button', { name: '申请销号' }).click()
  await expect(facts(page)).toContainText('待销号审核')
  await expect(page.locator('[data-test=close-out]')).toContainText('2026-03-31')
  await steps(page, 'close-out-requested').getByRole('button', { name: /回执/ }).click()
  await expect(page.getByRole('dialog')).toContainText('日志位置')
  await look(page, 'item-receipt')
  await leave(page)
})

test('the officer finds it at home, oldest first, and returns it with what is missing', async ({
  browser,
}) => {
  const page = await as(browser, 'wang')
  const waiting = page.locator('[data-test=items-waiting]')
  await expect(waiting).toContainText('1 号')
  await look(page, 'home-officer-items')
  await waiting.getByRole('link', { name: /1 号/ }).click()
  await expect(act(page, '销号…')).toBeVisible()
  await expect(act(page, '登记进展…')).toHaveCount(0)
  await look(page, 'item-officer')
  await page.keyboard.press('r')
  await page.getByRole('textbox', { name: '还缺什么' }).fill('缺学习签到表的原件，请补充。')
  await look(page, 'item-return')
  await page.getByRole('button', { name: '退回 1 号整改事项' }).click()
  await expect(facts(page)).toContainText('销号退回')
  await leave(page)
})

test('two collide: the later one sees the state now, and keeps what was typed', async ({ browser }) => {
  const clerk = await as(browser, 'zhang')
  await expect(clerk.locator('[data-test=items]')).toContainText('缺学习签到表的原件')
  await look(clerk, 'home-clerk-items')
  await clerk.locator('[data-test=items]').getByRole('link', { name: /1 号/ }).first().click()
  await expect(clerk.locator('[data-test=missing]')).toContainText('缺学习签到表的原件')
  await act(clerk, '申请销号…').click()
  await clerk.getByRole('dialog').getByRole('button', { name: '申请销号' }).click()
  await expect(facts(clerk)).toContainText('待销号审核')

  const officer = await as(browser, 'wang', item)
  await expect(act(officer, '销号…')).toBeVisible()
  await officer.keyboard.press('a')
  await officer.getByRole('dialog').getByRole('textbox').fill('同意销号')
  await act(clerk, '撤回销号申请…').click()
  await clerk.getByRole('button', { name: '撤回申请' }).click()
  await expect(facts(clerk)).toContainText('整改中')
  await officer.getByRole('button', { name: '1 号整改事项销号' }).click()
  await expect(officer.getByRole('alert')).toContainText('现在的状态')
  await expect(officer.getByRole('alert')).toContainText('整改中')
  await expect(officer.getByRole('dialog').getByRole('textbox')).toHaveValue('同意销号')
  await look(officer, 'item-collision')
  await leave(officer)
  await leave(clerk)
})

test('asked again, it is closed; the time line and the rate say so', async ({ browser }) => {
  const clerk = await as(browser, 'zhang', item)
  await act(clerk, '申请延期…').click()
  await clerk.getByLabel('延期至').fill('2030-12-31')
  await clerk.getByRole('textbox', { name: '理由' }).fill('汛期任务集中')
  await clerk.getByRole('dialog').getByRole('button', { name: '申请延期' }).click()
  await expect(clerk.locator('[data-test=extension]')).toContainText('2030-12-31')
  await act(clerk, '申请销号…').click()
  await clerk.getByRole('dialog').getByRole('button', { name: '申请销号' }).click()
  await expect(facts(clerk)).toContainText('待销号审核')
  await leave(clerk)

  const page = await as(browser, 'wang', item)
  await act(page, '同意延期…').click()
  await expect(page.getByLabel('延期至')).toHaveValue('2030-12-31')
  await page.getByRole('dialog').getByRole('button', { name: '同意延期' }).click()
  await expect(facts(page)).toContainText('2030-12-31')
  await act(page, '销号…').click()
  await page.getByRole('button', { name: '1 号整改事项销号' }).click()
  await expect(facts(page)).toContainText('已销号')
  await expect(page.locator('.steps > li')).toHaveCount(10)
  const told = await page.locator('.steps > li').evaluateAll((all) => all.map((one) => one.dataset.step))
  expect(told).toEqual([
    'opened',
    'progressed',
    'close-out-requested',
    'returned',
    'close-out-requested',
    'close-out-withdrawn',
    'extension-requested',
    'close-out-requested',
    'extension-granted',
    'closed',
  ])
  await expect(page.locator('.steps')).not.toContainText('张舒')
  await look(page, 'item-closed')
  await page.emulateMedia({ media: 'print' })
  await page.screenshot({ path: 'target/screenshots/item-print.png', fullPage: true })
  await page.emulateMedia({ media: null })

  // One of seven is closed; the eighth is ongoing and stands apart.
  await page.goto(at(`/statistics?tab=rectification&campaign=${CAMPAIGN}`))
  const total = page.locator('[data-test=item-figures] tfoot')
  await expect(total.locator('td[data-label="整改事项"]')).toHaveText('8')
  await expect(total.locator('td[data-label="整改率"]')).toHaveText('14.3 %')
  await leave(page)
})

test('an item is entered by hand, edited and voided', async ({ browser }) => {
  const page = await as(browser, 'wang', '/rectifications/new')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('新建整改事项')
  await page.getByRole('textbox', { name: '问题' }).fill('三会一课记录不全。')
  await page.getByRole('textbox', { name: '来源' }).fill('市直机关工委检查')
  await look(page, 'item-new')
  await page.getByRole('button', { name: '登记 1 项整改事项' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('三会一课记录不全')
  const opened = new URL(page.url()).pathname
  await leave(page)
  const clerk = await as(browser, 'li', opened)
  await act(clerk, '修改内容…').click()
  await clerk.getByRole('textbox', { name: '整改措施' }).fill('每月检查一次记录。')
  await look(clerk, 'item-edit')
  await clerk.getByRole('button', { name: '保存' }).click()
  await expect(steps(clerk, 'edited').locator('ins')).toHaveText('每月检查一次记录。')
  await leave(clerk)
  const above = await as(browser, 'lin', opened)
  await act(above, '作废…').click()
  await above.getByRole('textbox', { name: '理由' }).fill('与 1 号重复')
  await above.getByRole('button', { name: /^作废 \d+ 号整改事项$/ }).click()
  await expect(facts(above)).toContainText('已作废')
  await expect(above.locator('.acts')).toHaveCount(0)
  await leave(above)
})

test('the pages of items speak English', async ({ browser }) => {
  const clerk = await as(browser, 'zhang', report, 'en')
  await clerk.getByRole('tab', { name: 'Rectification' }).click()
  await clerk.getByRole('link', { name: 'No. 2', exact: true }).click()
  await expect(facts(clerk)).toContainText('Ongoing')
  await act(clerk, 'Record progress…').click()
  await clerk.getByRole('textbox', { name: /What was done/ }).fill('Checked every month.')
  await clerk.getByRole('dialog').locator('input[type=file]').setInputFiles(photo('check.png'))
  await clerk.getByRole('dialog').getByRole('button', { name: 'Record progress' }).click()
  await expect(steps(clerk, 'progressed').locator('img')).toHaveCount(1)
  await act(clerk, 'Request close-out…').click()
  await clerk.getByRole('dialog').getByRole('button', { name: 'Request close-out' }).click()
  await expect(facts(clerk)).toContainText('Close-out requested')
  const second = new URL(clerk.url()).pathname
  await look(clerk, 'item-en')
  await leave(clerk)
  const officer = await as(browser, 'wang', second, 'en')
  await act(officer, 'Return…').click()
  await officer.getByRole('textbox', { name: 'What is missing' }).fill('The list of who attended.')
  await officer.getByRole('button', { name: 'Return item 2' }).click()
  await expect(officer.locator('[data-test=missing]')).toContainText('The list of who attended.')
  const again = await as(browser, 'zhang', second, 'en')
  await act(again, 'Request close-out…').click()
  await again.getByRole('dialog').getByRole('button', { name: 'Request close-out' }).click()
  await leave(again)
  await officer.reload()
  await act(officer, 'Close…').click()
  await officer.getByRole('button', { name: 'Close item 2' }).click()
  await expect(facts(officer)).toContainText('Closed')
  await look(officer, 'item-closed-en')
  await leave(officer)
})
