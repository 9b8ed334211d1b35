import { expect, test } from '@playwright/test'
import { as, at, leave } from '../support/people'
import { look } from '../support/look'

test.describe.configure({ mode: 'serial' })

for (const words of ['组织生活会', '“四风”', '稻草人', '橡皮筋', '廉'])
  test(`${words} finds the sample, with the words marked`, async ({ browser }) => {
    const page = await as(browser, 'lin', `/search?q=${encodeURIComponent(words)}`)
    await expect(page.locator('.hits li').first()).toBeVisible()
    const marks = await page.locator('.hits mark').allTextContents()
    expect(marks.length).toBeGreaterThan(0)
    const plain = words.replace(/[“”]/g, '')
    expect(marks.every((mark) => plain.includes(mark) || mark.includes(plain))).toBe(true)
    await leave(page)
  })

test('facets narrow the list, the address holds it, a result opens at its words', async ({ browser }) => {
  const page = await as(browser, 'lin', '/search')
  await page.keyboard.press('/')
  await page.keyboard.type('稻草人')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-test=total]')).toContainText('稻草人')
  await look(page, 'search')
  await page.getByRole('button', { name: /^会议情况报告/ }).click()
  await expect(page.locator('.hits li')).toHaveCount(1)
  await expect(page).toHaveURL(/documentType=MEETING/)
  await page.reload()
  await expect(page.locator('.hits li')).toHaveCount(1)
  await page.locator('.hits a').first().click()
  await expect(page.getByRole('tab', { name: '文本' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.locator('.reading mark').first()).toHaveText('稻草人')
  await look(page, 'report-text')
  await page.goto(at('/search?q=不存在的词语某某'))
  await expect(page.getByText('没有找到')).toBeVisible()
  await expect(page.getByText('市直机关工委及其下级')).toBeVisible()
  await look(page, 'search-nothing')
  await leave(page)
})

test('an officer sees which reports coincide, and their passages side by side', async ({ browser }) => {
  const page = await as(browser, 'lin')
  await page.getByRole('link', { name: '重合' }).click()
  await expect(page.getByText(/已比对 \d+ 份报告/)).toBeVisible()
  await expect(page.getByRole('row', { name: /市档案管理局办公室党支部/ }).first()).toBeVisible()
  await look(page, 'coincidences')
  await page
    .getByRole('row', { name: /市档案管理局办公室党支部/ })
    .first()
    .getByRole('link')
    .click()
  await expect(page.getByRole('tab', { name: '重合' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.locator('.coincidence').first()).toContainText('市档案管理局机关党委')
  await expect(page.locator('.sides mark').first()).toBeVisible()
  await look(page, 'report-coincidences')
  await leave(page)
})

test('coincidences in English, where there are none, and for whom they are not', async ({ browser }) => {
  const officer = await as(browser, 'lin', '/coincidences?campaign=ZZSHH-2026', 'en')
  await expect(officer.getByText(/Reports compared: \d+/)).toBeVisible()
  await look(officer, 'coincidences-en')
  await officer.goto(at('/coincidences?campaign=ZZSHH-2026&organization=C02'))
  await expect(officer.getByText(/groups that coincide: 0/)).toBeVisible()
  await expect(officer.getByText('No reports coincide with each other')).toBeVisible()
  await look(officer, 'coincidences-none-en')
  await leave(officer)
  const clerk = await as(browser, 'zhang', '/coincidences?campaign=ZZSHH-2026')
  await expect(clerk.getByRole('link', { name: '重合' })).toHaveCount(0)
  await expect(clerk.getByText('已比对')).toHaveCount(0)
  await look(clerk, 'coincidences-refused')
  await leave(clerk)
})

test('originals are shown: pdf, docx and text; history, receipt, next in the list', async ({ browser }) => {
  const page = await as(browser, 'zhang', '/search')
  await expect(page.locator('.hits li')).toHaveCount(3)
  await page.getByRole('link', { name: '专题组织生活会情况报告' }).click()
  await expect(page.locator('.page[data-drawn=yes]').first()).toBeVisible()
  await look(page, 'report-pdf')
  await page.getByRole('button', { name: /txt$/ }).first().click()
  await expect(page.locator('.view.reading, .view .reading')).toContainText('稻草人')
  await page.getByRole('tab', { name: '历史' }).click()
  await expect(page.getByRole('row', { name: /报送/ })).toHaveCount(1)
  await look(page, 'report-history')
  await page.getByRole('link', { name: '回到列表' }).click()
  await page.getByRole('link', { name: /对照检查材料/ }).click()
  await expect(page.locator('.paper')).toContainText('稻草人')
  await look(page, 'report-docx')
  const here = page.url()
  await page.keyboard.press((await page.getByRole('button', { name: '下一份' }).isEnabled()) ? 'j' : 'k')
  await expect(page).not.toHaveURL(here)
  await leave(page)
})

test('an officer sees exceptions, and counts that lead to their lists', async ({ browser }) => {
  const page = await as(browser, 'lin')
  await expect(page.getByRole('row', { name: /市水务局机关党委/ })).toBeVisible()
  await expect(page.locator('.newest li').first()).toBeVisible()
  await expect(page.locator('.curve svg')).toBeVisible()
  await look(page, 'home-officer')
  await page.getByRole('link', { name: '统计' }).click()
  const committee = page.getByRole('row', { name: /市档案管理局机关党委/ }).first()
  await expect(committee.locator('[data-label=已报]')).toHaveText('4')
  await page.getByRole('button', { name: /展开或收起 市档案管理局机关党委/ }).click()
  await expect(
    page.getByRole('row', { name: /市档案管理局办公室党支部/ }).locator('[data-label=已报]'),
  ).toHaveText('3')
  await look(page, 'statistics')
  await committee.locator('[data-label=已报] a').click()
  await expect(page.locator('[data-test=total]')).toContainText('共 4 条')
  await leave(page)
})

test('a report is withdrawn with a reason, and owed again', async ({ browser }) => {
  const page = await as(browser, 'zhang', '/search')
  await page.getByRole('link', { name: '专题组织生活会情况报告' }).click()
  await page.getByRole('button', { name: '撤回…' }).click()
  await page.getByRole('textbox', { name: '理由' }).fill('附件放错，重新报送')
  await look(page, 'report-withdraw')
  await page.getByRole('button', { name: '撤回第 1 版' }).click()
  await expect(page.locator('.facts-line')).toContainText('已撤回')
  await page.getByRole('tab', { name: '历史' }).click()
  await expect(page.getByText('附件放错，重新报送')).toBeVisible()
  await page.getByRole('link', { name: '首页' }).click()
  await expect(page.getByRole('row', { name: /会议情况报告/ })).toContainText('已撤回')
  await page.goto(at('/search'))
  await expect(page.locator('.hits li')).toHaveCount(2)
  await page.goto(at('/search?state=withdrawn'))
  await expect(page.locator('.hits li')).toHaveCount(1)
  await leave(page)
})

test('what lies outside one’s scope looks like what does not exist', async ({ browser }) => {
  const zhang = await as(browser, 'zhang', '/search')
  await zhang.locator('.hits a').first().click()
  const { pathname } = new URL(zhang.url())
  await leave(zhang)
  const chen = await as(browser, 'chen', '/organizations/C01-01')
  await expect(chen.getByRole('heading', { level: 1 })).toContainText('办公室党支部')
  await chen.goto(at(pathname))
  await expect(chen.getByRole('heading', { level: 1 })).toHaveText('您没有打开此页的权限')
  await leave(chen)
  const li = await as(
    browser,
    'li',
    '/reports/0000000000000000000000000000000000000000000000000000000000000000',
  )
  await expect(li.getByRole('alert')).toContainText('not-found')
  await look(li, 'report-missing')
  await leave(li)
})

test('an administrator has search rebuilt and sees it compared', async ({ browser }) => {
  const page = await as(browser, 'chen', '/system')
  await page.getByRole('button', { name: '重建…' }).click()
  await page.getByRole('button', { name: '开始重建' }).click()
  for (const lane of ['报告', '应报材料']) {
    const row = page.getByRole('row', { name: new RegExp(`^${lane}`) })
    await expect(row).toContainText('已完成', { timeout: 60_000 })
    await expect(row).toContainText('一致')
  }
  await look(page, 'system-rebuilt')
  await leave(page)
})

test('the system page and an address that leads nowhere', async ({ browser }) => {
  const page = await as(browser, 'zhao', '/system')
  await expect(page.locator('pre')).not.toBeEmpty()
  await look(page, 'system')
  await page.goto(at('/nowhere'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这个页面')
  await look(page, 'not-found')
  await leave(page)
})

test('in the dark and in English every page of an officer reads well', async ({ browser }) => {
  const page = await as(browser, 'lin', '/', 'en')
  await page.emulateMedia({ colorScheme: 'dark' })
  for (const [name, path, heading] of [
    ['home', '/', '市直机关工委'],
    ['search', '/search?q=稻草人', 'Search'],
    ['statistics', '/statistics', 'Statistics'],
    ['campaigns', '/campaigns', 'Campaigns'],
    ['organisations', '/organizations', 'Organisations'],
  ] as const) {
    await page.goto(at(path))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
    // The figures' stream never ends.
    if (name === 'statistics') await expect(page.locator('[data-test=figures]')).toBeVisible()
    else await page.waitForLoadState('networkidle')
    await look(page, `${name}-en-dark`)
  }
  await leave(page)
})
