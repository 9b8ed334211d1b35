import { expect, test, type Page } from '@playwright/test'
import { look } from '../support/look'
import { as, at, leave } from '../support/people'

test.describe.configure({ mode: 'serial' })

const TITLE = '会议情况报告（重报）'
let address = ''

/** Selects words of the text as a mouse would. */
const select = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('.reading')!, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.textContent?.indexOf(wanted) ?? -1
      if (start < 0) continue
      const range = document.createRange()
      range.setStart(node, start)
      range.setEnd(node, start + wanted.length)
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
      return
    }
    throw new Error(`no ${wanted}`)
  }, words)

test('an officer sees what waits, marks a passage and returns the report with a reason', async ({
  browser,
}) => {
  const page = await as(browser, 'wang')
  await expect(page.getByRole('heading', { name: /待我审核/ })).toBeVisible()
  await look(page, 'home-officer-waiting')
  await page.getByRole('link', { name: TITLE }).first().click()
  await expect(page.locator('.facts-line')).toContainText('待审核')
  address = new URL(page.url()).pathname
  await page.getByRole('tab', { name: '文本' }).click()
  await expect(page.locator('.reading')).toContainText('稻草人')
  await select(page, '稻草人')
  await page.getByRole('button', { name: '标记选中的文字' }).click()
  await expect(page.locator('.reading mark.marked')).toHaveText('稻草人')
  await look(page, 'review-mark')
  await page.keyboard.press('r')
  await expect(page.getByRole('dialog')).toContainText('稻草人')
  await page.getByRole('textbox', { name: '理由' }).fill('此处没有联系实际，请写明具体表现。')
  await look(page, 'review-return')
  await page.getByRole('button', { name: '退回第 2 版' }).click()
  await expect(page.locator('.facts-line')).toContainText('已退回')
  await expect(page.getByRole('button', { name: '退回…' })).toHaveCount(0)
  await look(page, 'review-returned')
  await leave(page)
})

test('the clerk sees it on top with the reason, jumps to the words and files again', async ({ browser }) => {
  const page = await as(browser, 'zhang')
  const row = page.getByRole('row', { name: /会议情况报告/ })
  await expect(row).toContainText('已退回')
  await expect(row).toContainText('请写明具体表现')
  await look(page, 'home-clerk-returned')
  await row.getByRole('link', { name: '查看第 2 版' }).click()
  await page.getByRole('button', { name: '稻草人' }).click()
  await expect(page.locator('.reading mark.marked')).toHaveText('稻草人')
  await page.getByRole('link', { name: '报送第 3 版' }).click()
  await expect(page.getByRole('radio', { checked: true })).toHaveValue('ZZSHH-2026|MEETING|2026')
  const text = await page.evaluate(async (id) => {
    const token = Object.entries(sessionStorage).find(([key]) => key.startsWith('oidc.user'))?.[1]
    const bearer = (JSON.parse(token ?? '{}') as { access_token?: string }).access_token ?? ''
    const answer = await fetch(`/api${id}/text`, { headers: { Authorization: `Bearer ${bearer}` } })
    return answer.text()
  }, address)
  await page.locator('input[type=file]').setInputFiles({
    name: '情况报告第二稿.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(text.replace('稻草人', '稻草人（2026年二季度两次漏检）')),
  })
  await page.getByRole('textbox', { name: '题名' }).fill(TITLE)
  await page.locator('[data-test=file]').click()
  await expect(page.getByRole('heading', { name: '报送回执' })).toBeVisible()
  address = new URL(page.url()).pathname
  await page.getByRole('tab', { name: '对比' }).click()
  await expect(page.locator('.compared ins')).toContainText(['（2026年二季度两次漏检）'])
  await look(page, 'review-comparison')
  await leave(page)
})

test('the officer accepts it by a key; it is replaced only once it is reopened', async ({ browser }) => {
  const page = await as(browser, 'wang', address)
  await expect(page.getByRole('button', { name: '接收…' })).toBeVisible()
  await page.keyboard.press('a')
  await look(page, 'review-accept')
  await page.getByRole('button', { name: '接收第 3 版' }).click()
  await expect(page.locator('.facts-line')).toContainText('已接收')
  await look(page, 'review-accepted')
  await page.goto(at('/search?state=accepted'))
  await expect(page.locator('.hits li')).toHaveCount(1)
  await page.goto(at('/search?state=waiting&sort=oldest'))
  await look(page, 'review-waiting')
  await leave(page)

  const clerk = await as(browser, 'zhang', address)
  await expect(clerk.getByText('接收。')).toBeVisible()
  await expect(clerk.getByRole('button', { name: '撤回…' })).toHaveCount(0)
  await leave(clerk)
})

test('a report in the wrong place is moved to the right one', async ({ browser }) => {
  const page = await as(browser, 'zhang', '/file?organization=C01-01&slot=ZZSHH-2026%7CRECTIFY%7C2026')
  await page.locator('input[type=file]').setInputFiles({
    name: '班子材料.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('办公室党支部班子对照检查材料\n一、存在的问题\n学习不深入，没有联系工作实际。\n'),
  })
  await page.getByRole('radio', { name: /整改方案/ }).check()
  await page.getByRole('textbox', { name: '题名' }).fill('办公室党支部班子对照检查材料')
  await page.locator('[data-test=file]').click()
  await expect(page.getByRole('heading', { name: '报送回执' })).toBeVisible()
  const wrong = new URL(page.url()).pathname
  await page.getByRole('button', { name: '移到别处…' }).click()
  await page.getByRole('radio', { name: /班子对照检查材料/ }).check()
  await page.getByRole('textbox', { name: '理由' }).fill('报错了材料')
  await look(page, 'report-move')
  await page.getByRole('button', { name: '移到所选位置' }).click()
  await expect(page).not.toHaveURL((url) => url.pathname === wrong)
  await expect(page.locator('#content')).toContainText('班子对照检查材料 · 2026年度')
  await page.goto(at(wrong))
  await expect(page.locator('.facts-line')).toContainText('已移到别处')
  await look(page, 'report-moved')
  await page.getByRole('link', { name: '到现在的位置' }).click()
  await expect(page.locator('.facts-line')).toContainText('待审核')
  await leave(page)
})

test('the pages of review speak English', async ({ browser }) => {
  const page = await as(browser, 'wang', address, 'en')
  await expect(page.locator('.facts-line')).toContainText('Accepted')
  await page.getByRole('button', { name: 'Reopen…' }).click()
  await page.getByRole('textbox', { name: 'Reason' }).fill('The register is missing')
  await page.getByRole('button', { name: 'Reopen version 3' }).click()
  await expect(page.locator('.facts-line')).toContainText('Reopened')
  await look(page, 'review-en')
  await leave(page)
})
