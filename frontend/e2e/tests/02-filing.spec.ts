import { expect, test, type Page } from '@playwright/test'
import { as, at, drop, leave, sample, signIn } from '../support/people'
import { look } from '../support/look'

test.describe.configure({ mode: 'serial' })

/** What the clerks of the organisation have begun, on its home page. */
const drafts = (page: Page) => page.locator('section').filter({ hasText: '未完成的报送' }).last()

test('a clerk sees what is owed, drops the report, confirms once and has a receipt', async ({ browser }) => {
  const page = await as(browser, 'zhang')
  await expect(page.getByRole('row', { name: /班子对照检查材料/ })).toContainText('未报')
  await look(page, 'home-clerk')

  await drop(page, sample('docx'))
  await expect(page.getByRole('heading', { name: '系统读到的内容' })).toBeVisible()
  await expect(page.locator('.reading')).toContainText('稻草人')
  await expect(page.getByRole('textbox', { name: '题名' })).toHaveValue(/组织生活会对照检查材料/)
  await expect(page.getByRole('radio', { checked: true })).toHaveValue(/SELF-EXAM/)
  await look(page, 'file')
  await page.getByText('逐条查看读出的问题、原因、措施和时限').click()
  await expect(page.locator('.statements .words')).toHaveCount(16)
  await page.locator('.statements .words').nth(1).click()
  await expect(page.locator('.reading .at')).toBeVisible()
  await look(page, 'file-read')
  await page
    .getByRole('button', { name: '报送 市档案管理局办公室党支部 · 班子对照检查材料 · 2026年度 · 第 1 版' })
    .click()

  await expect(page.getByRole('status').filter({ hasText: '已收到并入档' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '报送回执' })).toBeVisible()
  await expect(page.locator('dl.facts')).toContainText('SHA-256')
  await look(page, 'receipt')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载回执（JSON）' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^receipt-.+\.json$/)

  await page.getByRole('link', { name: '首页' }).click()
  await expect(page.getByRole('row', { name: /班子对照检查材料/ })).toContainText('已报')
  await leave(page)
})

test('a deep link survives signing in; a pdf is filed with an attachment', async ({ browser }) => {
  const page = await signIn(browser, 'zhang', '/file?organization=C01-01&slot=ZZSHH-2026%7CMEETING%7C2026')
  await expect(page.getByRole('radio', { checked: true })).toHaveValue('ZZSHH-2026|MEETING|2026')
  await page.locator('input[type=file]').setInputFiles([sample('pdf'), sample('txt')])
  await expect(page.getByRole('combobox', { name: /txt 的用途/ })).toHaveValue('attachment')
  await page.getByRole('textbox', { name: '题名' }).fill('专题组织生活会情况报告')
  await page.locator('[data-test=file]').click()
  await expect(page.getByRole('heading', { name: '报送回执' })).toBeVisible()
  await leave(page)
})

test('a file that can’t be taken is refused with its reason, and can be removed', async ({ browser }) => {
  const page = await as(browser, 'zhang', '/file')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '空.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) })
  await expect(page.getByRole('alert')).toContainText('file-empty')
  await look(page, 'file-refused')
  await page.getByRole('button', { name: '移除 空.txt' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await leave(page)
})

test('a file whose name is marked as secret never leaves the browser', async ({ browser }) => {
  const page = await as(browser, 'zhang', '/file')
  const sent: string[] = []
  page.on('request', (request) => request.url().includes('/api/uploads') && sent.push(request.url()))
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '机密★1年 整改方案.txt', mimeType: 'text/plain', buffer: Buffer.from('整改方案') })
  await expect(page.getByRole('alert')).toContainText('保密员')
  expect(sent).toEqual([])
  await leave(page)
})

test('an OFD is read back', async ({ browser }) => {
  const page = await as(browser, 'zhang', '/file')
  await page.locator('input[type=file]').setInputFiles(sample('ofd'))
  await expect(page.locator('.reading')).toContainText('稻草人')
  await expect(page.locator('.read')).toContainText('OFD')
  await leave(page)
})

test('two clerks collide: the later one sees what is filed and keeps the draft', async ({ browser }) => {
  const slow = await as(browser, 'zhang', '/file?slot=ZZSHH-2026%7CRECTIFY%7C2026')
  await slow.locator('input[type=file]').setInputFiles(sample('txt'))
  await expect(slow.locator('[data-test=file]')).toBeEnabled()
  const fast = await as(browser, 'li', '/file?organization=C01-01&slot=ZZSHH-2026%7CRECTIFY%7C2026')
  await expect(fast.getByText('代下级报送')).toBeVisible()
  await fast.locator('input[type=file]').setInputFiles(sample('docx'))
  await fast.getByRole('textbox', { name: '题名' }).fill('整改方案')
  await fast.locator('[data-test=file]').click()
  await expect(fast.getByRole('heading', { name: '报送回执' })).toBeVisible()
  await leave(fast)

  await slow.locator('[data-test=file]').click()
  const told = slow.getByRole('alert').filter({ hasText: '第 1 版' })
  await expect(told).toContainText('slot-taken')
  await look(slow, 'file-collision')
  await slow.getByRole('link', { name: '首页' }).click()
  await drafts(slow)
    .getByRole('link', { name: /对照检查材料/ })
    .first()
    .click()
  await expect(slow.locator('.reading')).toContainText('稻草人')
  await slow.getByRole('textbox', { name: '题名' }).fill('整改方案（修订）')
  await slow.getByText('整改方案/台账').first().click()
  await expect(slow.locator('[data-test=file]')).toContainText('第 2 版')
  await slow.locator('[data-test=file]').click()
  await expect(slow.locator('.facts-line')).toContainText('第 2 版')
  await leave(slow)
})

test('a colleague finds the draft, both are told where they write at once, and the colleague files it', async ({
  browser,
}) => {
  const first = await as(browser, 'zhang', '/file?slot=ZZSHH-2026%7CRECTIFY%7C2026')
  await first.locator('input[type=file]').setInputFiles({
    name: '整改台账.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('整改台账（交接）\n一、整改事项\n（一）稻草人问题。每季度检查一次。\n'),
  })
  await first.getByRole('textbox', { name: '题名' }).fill('整改台账（交接）')
  await expect(first.locator('[data-test=draft]')).toContainText('草稿已于')
  await look(first, 'file-draft')

  const second = await as(browser, 'qian')
  await expect(drafts(second).getByRole('row', { name: /整改台账（交接）/ })).toContainText('保留至')
  await look(second, 'home-drafts')
  await drafts(second)
    .getByRole('link', { name: /整改台账（交接）/ })
    .click()
  await expect(second.locator('.reading')).toContainText('稻草人')
  await expect(second.getByRole('radio', { checked: true })).toHaveValue('ZZSHH-2026|RECTIFY|2026')
  await second.getByRole('textbox', { name: '题名' }).fill('整改台账（接手）')
  const saved = (page: Page) =>
    page.waitForResponse(
      (answer) => answer.url().includes('/api/drafts/') && answer.request().method() === 'PUT',
    )
  expect((await saved(second)).status()).toBe(200)

  await first.getByRole('textbox', { name: '题名' }).fill('整改台账（原稿）')
  const told = first.getByRole('alert').filter({ hasText: '同事' })
  await expect(told).toBeVisible()
  await look(first, 'file-draft-changed')
  await told.getByRole('button', { name: '采用同事的内容' }).click()
  await expect(first.getByRole('textbox', { name: '题名' })).toHaveValue('整改台账（接手）')

  await second.locator('[data-test=file]').click()
  await expect(second.getByRole('heading', { name: '报送回执' })).toBeVisible()
  await second.getByRole('link', { name: '首页' }).click()
  await expect(second.getByRole('row', { name: /整改方案\/台账/ })).toContainText('已报')
  await expect(drafts(second).getByText('整改台账（接手）')).toHaveCount(0)
  await leave(second)
  await first.getByRole('textbox', { name: '题名' }).fill('整改台账（又改）')
  await expect(first.getByRole('alert').filter({ hasText: '已经报送' })).toBeVisible()
  await leave(first)
})

test('filing works with the keyboard alone', async ({ browser }) => {
  const page = await as(browser, 'li')
  const press = (key: string) => page.keyboard.press(key)
  const reach = async (name: RegExp) => {
    for (let i = 0; i < 60; i++) {
      const here = await page.evaluate(() => {
        const focused = document.activeElement as HTMLElement | null
        return `${focused?.getAttribute('aria-label') ?? ''} ${focused?.textContent ?? ''} ${(focused as HTMLInputElement)?.value ?? ''}`
      })
      if (name.test(here)) return
      await press('Tab')
    }
    throw new Error(`no focus reaches ${name}`)
  }
  // Asked for early: the browser hands a dialog over only from some moment later on.
  const chooser = page.waitForEvent('filechooser')
  await expect(page.getByRole('row', { name: /班子对照检查材料/ })).toBeVisible()
  await press('g')
  await press('f')
  await expect(page).toHaveURL(/\/file/)
  await expect(page.getByRole('radio').first()).toBeVisible()
  await reach(/^\s*选择文件/)
  await press('Enter')
  await (await chooser).setFiles(sample('txt'))
  await expect(page.getByRole('radio', { checked: true })).toHaveValue(/SELF-EXAM/)
  await expect(page.locator('[data-test=file]')).toBeEnabled()
  await reach(/报送.*第 1 版/)
  await press('Enter')
  await expect(page.getByRole('heading', { name: '报送回执' })).toBeVisible()
  await press('?')
  await expect(page.getByRole('dialog')).toContainText('快捷键')
  await look(page, 'shortcuts')
  await press('Escape')
  await press('/')
  await expect(page.getByRole('searchbox', { name: /检索报告/ })).toBeFocused()
  await leave(page)
})

test('the filing page speaks English, too', async ({ browser }) => {
  const page = await as(browser, 'zhang', '/file', 'en')
  await page.locator('input[type=file]').setInputFiles(sample('txt'))
  await expect(page.getByRole('heading', { name: 'What the system read' })).toBeVisible()
  await look(page, 'file-en')
  await page.goto(at('/'))
  await expect(page.getByRole('heading', { name: 'Documents owed' })).toBeVisible()
  await look(page, 'home-clerk-en')
  await leave(page)
})
