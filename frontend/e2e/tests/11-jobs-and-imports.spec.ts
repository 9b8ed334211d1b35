import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import { look } from '../support/look'
import { as, at, leave, post, sample } from '../support/people'

test.describe.configure({ mode: 'serial' })

const line = (organization: string, name: string, file: string) =>
  `${organization},ZZYQ-2025,MEETING,2025,${name}2025年会议情况报告,2025-12-30,${file}`
const report = readFileSync(sample('txt'))
const past = () =>
  Buffer.from(
    zipSync({
      '往年/manifest.csv': strToU8(
        [
          '组织代码,专题,文书,期间,题名,日期,文件',
          line('C01-02', '收集征管处党支部', '一.txt'),
          line('C02-01', '水务局办公室党支部', '二.txt'),
          line('C09-09', '没有的支部', '一.txt'),
          line('C01-01', '办公室党支部', '三.txt'),
          line('C01', '机关党委', '缺.txt'),
        ].join('\n'),
      ),
      '往年/一.txt': report,
      '往年/二.txt': new Uint8Array([...report, ...strToU8('水务局办公室党支部')]),
      '往年/三.txt': new Uint8Array([...report, ...strToU8('档案管理局办公室党支部')]),
    }),
  )

test('past reports are checked first, filed when said so, and each row tells what became of it', async ({
  browser,
}) => {
  const administrator = await as(browser, 'chen')
  await post(administrator, '/api/campaigns', {
    code: 'ZZYQ-2025',
    name: '2025年度民主评议',
    target: 'ROOT',
    types: ['branch'],
    documents: [{ type: 'MEETING', name: '会议情况报告', period: '2025', due: '2025-12-31' }],
  })
  await post(administrator, '/api/campaigns/ZZYQ-2025/open', {})
  await leave(administrator)
  const page = await as(browser, 'lin', '/search')
  await page.getByRole('link', { name: '批量导入报告' }).click()
  await look(page, 'import-new')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '往年.zip', mimeType: 'application/zip', buffer: past() })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('往年.zip')
  const rows = page.locator('[data-test=rows] tbody tr')
  await expect(rows).toHaveCount(5)
  await expect(rows.filter({ hasText: '缺.txt' })).toContainText('有误，不报')
  await look(page, 'import-checked')
  await page.locator('[data-test=start]', { hasText: '报送 3 份，2 份有误不报' }).click()
  await expect(page.locator('dl.facts')).toContainText('已结束')
  await page.getByRole('radio', { name: '已报送 3' }).check()
  await expect(rows).toHaveCount(3)
  await expect(page).toHaveURL(/outcome=filed/)
  await look(page, 'import-done')
  await rows.first().getByRole('link').click()
  await expect(page.locator('.facts-line')).toContainText('上级代报')
  await leave(page)
})

test('a clerk finds what its own organisation reported last year, and nothing of others', async ({
  browser,
}) => {
  const page = await as(browser, 'zhang', '/search')
  await page.getByRole('button', { name: /^2025年度民主评议/ }).click()
  await expect(page.locator('.hits li')).toHaveCount(1)
  await page.getByRole('link', { name: '办公室党支部2025年会议情况报告' }).click()
  await expect(page.locator('.facts-line')).toContainText('成文 2025-12-30')
  await look(page, 'report-imported')
  await leave(page)
})

test('the jobs page lists what took long, and leads to what it worked on', async ({ browser }) => {
  const page = await as(browser, 'lin', '/jobs')
  const jobs = page.locator('[data-test=jobs] tbody tr')
  for (const step of ['检查', '报送'])
    await expect(jobs.filter({ hasText: `${step} · 往年.zip` })).toContainText('已完成')
  await look(page, 'jobs')
  await page.getByRole('radio', { name: '进行中' }).check()
  await expect(page.getByText('没有进行中的任务')).toBeVisible()
  await page.getByRole('radio', { name: '已结束' }).check()
  await jobs.filter({ hasText: '报送 · 往年.zip' }).getByRole('link', { name: '批量导入报告' }).click()
  await expect(page.locator('dl.facts')).toContainText('已完成')
  await look(page, 'job')
  await page.getByRole('link', { name: '查看对象' }).click()
  await expect(page).toHaveURL(/\/jobs\/imports\//)
  await leave(page)
  const administrator = await as(browser, 'chen', '/jobs')
  await administrator
    .getByRole('row', { name: /冻结名单.*ZZYQ-2025/ })
    .getByRole('link')
    .first()
    .click()
  await administrator.getByRole('link', { name: '查看对象' }).click()
  await expect(administrator).toHaveURL(/\/campaigns\/ZZYQ-2025/)
  await leave(administrator)
})

test('a table that takes long goes on as a job, left and found again', async ({ browser }) => {
  const page = await as(browser, 'lin', '/statistics?tab=frozen')
  // The table is small: the first attempt is kept waiting, so that patience runs out.
  await page.route('**/api/statistics/export?*', () => {})
  await page.getByRole('button', { name: '导出 CSV' }).click()
  await expect(page.getByText('表较大，已转为任务')).toBeVisible()
  await page.goto(at('/jobs'))
  const saved = page.waitForEvent('download')
  await page
    .getByRole('row', { name: /导出表格/ })
    .first()
    .getByRole('button', { name: /^下载/ })
    .click()
  expect(readFileSync(await (await saved).path(), 'utf8')).toContain('截至,')
  await leave(page)
})

test('jobs and imports speak English; a clerk has none', async ({ browser }) => {
  const page = await as(browser, 'lin', '/jobs', 'en')
  await expect(page.getByRole('row', { name: /Bulk import of reports/ }).first()).toContainText('Done')
  await look(page, 'jobs-en')
  await page.goto(at('/jobs/imports/new'))
  await page.getByRole('link', { name: '往年.zip' }).click()
  await expect(page.locator('[data-test=rows]')).toContainText('Faulty, not to be filed')
  await look(page, 'import-en')
  await leave(page)
  const clerk = await as(browser, 'zhang', '/jobs')
  await expect(clerk.getByRole('heading', { level: 1 })).toHaveText('您没有打开此页的权限')
  await expect(clerk.getByRole('link', { name: '任务' })).toHaveCount(0)
  await leave(clerk)
})
