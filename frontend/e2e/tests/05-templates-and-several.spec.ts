import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { look } from '../support/look'
import { as, drop, leave, sample } from '../support/people'

test.describe.configure({ mode: 'serial' })

const FOLDER = join(import.meta.dirname, '../target/several')

function written(name: string, lines: string[]): string {
  mkdirSync(FOLDER, { recursive: true })
  const path = join(FOLDER, name)
  writeFileSync(path, lines.join('\n'))
  return path
}

test('a template is begun from a known set, tried on a document and saved', async ({ browser }) => {
  const page = await as(browser, 'chen', '/campaigns/ZZSHH-2026')
  await page.getByRole('link', { name: '编辑方面模板' }).click()
  await page.getByLabel('从已有的模板开始').selectOption({ label: '肃清流毒影响八个方面' })
  await expect(page.getByRole('textbox', { name: '第 8 个方面的名称' })).toHaveValue('群众纪律是否忘记')
  await page.getByRole('textbox', { name: '第 1 个方面的名称' }).fill('党性观念')
  await page.getByRole('textbox', { name: '“党性观念”的别名' }).fill('')

  await drop(page, sample('docx'))
  await expect(page.getByText('按模板：8 / 8 个方面')).toBeVisible()
  const first = page.getByRole('row', { name: /^1\. 党性观念/ })
  await expect(first).toContainText('一方包含另一方')
  await first.getByRole('button').first().click()
  await expect(page.locator('.reading .at')).toBeVisible()

  await page.getByRole('button', { name: '移除第 8 个方面' }).click()
  await page.getByRole('button', { name: '加一个方面' }).click()
  await page.getByRole('textbox', { name: '第 8 个方面的名称' }).fill('安全生产责任')
  await expect(page.getByText('按模板：7 / 8 个方面')).toBeVisible()
  await expect(page.getByRole('list', { name: '提醒' })).toContainText('安全生产责任')
  await expect(page.getByRole('row', { name: /自增的方面/ })).toContainText('群众纪律')
  await look(page, 'template-trial')

  await page.getByRole('button', { name: '保存模板（8 个方面）' }).click()
  await expect(page.getByText('现行第 1 版')).toBeVisible()
  await page.getByRole('link', { name: '专题' }).last().click()
  await expect(page.getByRole('listitem').filter({ hasText: '安全生产责任' })).toBeVisible()
  await leave(page)
})

test('the template speaks English, and two editors do not overwrite each other', async ({ browser }) => {
  const one = await as(browser, 'chen', '/campaigns/ZZSHH-2026/template', 'en')
  const two = await as(browser, 'chen', '/campaigns/ZZSHH-2026/template')
  await one.getByRole('textbox', { name: 'Name of aspect 8' }).fill('群众纪律是否忘记')
  await one.getByRole('button', { name: 'Save the template (8 aspects)' }).click()
  await expect(one.getByText('Version 2 is in force')).toBeVisible()
  await look(one, 'template-en')
  await two.getByRole('button', { name: /^保存模板/ }).click()
  await expect(two.getByRole('alert')).toContainText('template-changed')
  await two.getByRole('button', { name: '载入最新一版' }).click()
  await expect(two.getByRole('textbox', { name: '第 8 个方面的名称' })).toHaveValue('群众纪律是否忘记')
  await leave(one)
  await leave(two)
})

test('three files dropped at once go to their slots and are filed in one press', async ({ browser }) => {
  const branch = '市档案管理局收集征管处党支部'
  const files = [
    written('对照检查.txt', [
      `${branch}2026年度专题组织生活会班子对照检查材料`,
      '现将班子对照检查情况报告如下。',
      '一、存在的主要问题',
      '（一）党性观念是否纯洁方面。学习不够深入，联系收集征管工作的实际不够，笔记抄得多、思考得少。',
      '（二）政治纪律是否牢固方面。对新形势下的风险估计不足，个别同志对错误言论没有及时制止。',
      '二、原因分析',
      '（一）学习抓得不紧。班子把业务工作排在前面，学习时间常被占用，缺少督促和检查。',
      '三、整改措施',
      '（一）每周五下午集中学习，由支部书记负责，每季度通报一次，2026年12月底前完成。',
      branch,
      '2026年8月27日',
    ]),
    written('会议情况.txt', [
      `${branch}2026年度专题组织生活会会议情况报告`,
      '一、会前准备情况',
      '支部召开专门会议研究方案，组织集中学习三次，征求意见二十一条，普遍开展谈心谈话。',
      '二、会议召开情况',
      '会议于8月27日召开，支部书记代表班子作对照检查，党员逐一开展批评和自我批评。',
      branch,
      '2026年8月28日',
    ]),
    written('材料三.txt', ['一些说明', '这份材料没有写明是什么。', '']),
  ]
  const page = await as(browser, 'li', '/file')
  await expect(page.getByRole('button', { name: '选择文件' })).toBeVisible()
  await drop(page, ...files)
  const line = (name: string) => page.getByRole('listitem', { name })
  await expect(line('对照检查.txt').getByRole('combobox', { name: '对照检查.txt 的材料' })).toHaveValue(
    'ZZSHH-2026|SELF-EXAM|2026',
  )
  await expect(line('对照检查.txt')).toContainText('文中组织名称一致')
  await expect(line('会议情况.txt').getByRole('combobox', { name: '会议情况.txt 的材料' })).toHaveValue(
    'ZZSHH-2026|MEETING|2026',
  )
  await expect(page.getByRole('button', { name: '确认并报送 2 份' })).toBeEnabled()
  await line('对照检查.txt').getByRole('button', { name: '系统读到的内容' }).click()
  await expect(page.locator('.reading')).toContainText('收集征管处')
  await look(page, 'file-several')

  // What the reader does not know is filled in by hand.
  const third = line('材料三.txt')
  await third.getByRole('combobox', { name: '材料三.txt 的报送组织' }).click()
  await page
    .getByRole('option', { name: /收集征管处/ })
    .first()
    .click()
  await third.getByRole('combobox', { name: '材料三.txt 的材料' }).selectOption('ZZSHH-2026|RECTIFY|2026')
  await third.getByRole('textbox', { name: '材料三.txt 的题名' }).fill('整改方案')
  await page.getByRole('button', { name: '确认并报送 3 份' }).click()
  await expect(page.getByText('3 个文件中已报送 3 份')).toBeVisible()
  await look(page, 'file-several-filed')
  await line('会议情况.txt').getByRole('link').click()
  await expect(page.getByRole('heading', { name: '报送回执' })).toBeVisible()
  await leave(page)
})

test('each of several files says with how many reports it coincides, and shows the passages', async ({
  browser,
}) => {
  const page = await as(browser, 'li', '/file')
  await expect(page.getByRole('button', { name: '选择文件' })).toBeVisible()
  await drop(page, sample('txt'), written('说明.txt', ['一些说明', '这份材料没有写明是什么。', '']))
  const line = page.getByRole('listitem', { name: 'duizhao-jiancha-8-aspects.txt' })
  await line.getByRole('combobox', { name: /的报送组织$/ }).click()
  await page
    .getByRole('option', { name: /收集征管处/ })
    .first()
    .click()
  await line.getByRole('combobox', { name: /的材料$/ }).selectOption('ZZSHH-2026|SELF-EXAM|2026')
  const told = line.getByRole('button', { name: /份报告有重合的段落/ })
  await told.click()
  await expect(told).toHaveAttribute('aria-expanded', 'true')
  await expect(line.locator('.coincidence').first()).toContainText('市档案管理局机关党委')
  await expect(line.locator('.sides mark').first()).toBeVisible()
  await look(page, 'file-several-coincidences')
  await leave(page)
})

test('two files for one document are told so, and become one report by the switch', async ({ browser }) => {
  const body = (word: string) => ['市档案管理局办公室党支部2026年度会议情况报告', `第${word}稿。`, '']
  const files = [written('甲.txt', body('一')), written('乙.txt', body('二'))]
  const page = await as(browser, 'li', '/file')
  await expect(page.getByRole('button', { name: '选择文件' })).toBeVisible()
  await drop(page, ...files)
  await expect(page.getByRole('listitem', { name: '甲.txt' })).toContainText('另一个文件也归入这一份材料')
  await expect(page.getByRole('button', { name: '确认并报送 0 份' })).toBeDisabled()
  await page.getByRole('radio', { name: '合为一份报告（正文和附件）' }).check()
  await expect(page.getByRole('textbox', { name: '题名' })).toHaveValue(/会议情况报告/)
  await leave(page)
})
