import { mount, RouterLinkStub } from '@vue/test-utils'
import { beforeEach, expect, test } from 'vitest'
import { ApiProblem, problemOf } from '@/api/problem'
import { i18n, setLocale } from '@/i18n'
import ObligationTable from '@/ui/ObligationTable.vue'
import ProblemNotice from '@/ui/ProblemNotice.vue'
import Tabs from '@/ui/Tabs.vue'

const global = { plugins: [i18n], stubs: { RouterLink: RouterLinkStub } }
beforeEach(() => setLocale('zh-CN'))

test('a problem says what happened, what to do, and gives its code', async () => {
  const error = problemOf(422, {
    code: 'file-encrypted',
    title: '文件有密码',
    detail: '打不开',
    action: '去掉密码',
  })
  const notice = mount(ProblemNotice, { props: { error, retry: true }, global })
  expect(notice.text()).toContain('文件有密码')
  expect(notice.text()).toContain('去掉密码')
  expect(notice.find('code').text()).toBe('file-encrypted · HTTP 422')
  await notice.find('button').trigger('click')
  expect(notice.emitted('retry')).toHaveLength(1)
})

test('a failure without words gets ours, in the language in use', async () => {
  const error = new ApiProblem({ code: 'unreachable', status: 0 })
  const notice = mount(ProblemNotice, { props: { error }, global })
  expect(notice.text()).toContain('连不上服务器')
  await setLocale('en')
  expect(notice.text()).toContain('can’t be reached')
})

test('what is owed says how late, and leads to filing it', () => {
  const line = {
    campaign: 'C',
    campaignName: '专题',
    documentType: 'PLAN',
    documentName: '方案',
    period: '2026',
    due: '2026-03-31',
    state: 'missing',
    overdue: true,
    daysLeft: -3,
  }
  const table = mount(ObligationTable, {
    props: { items: [line], organization: 'A1', mayFile: true },
    global,
  })
  expect(table.text()).toContain('逾期 3 天')
  expect(table.text()).toContain('逾期未报')
  expect(table.findComponent(RouterLinkStub).props('to')).toEqual({
    path: '/file',
    query: { organization: 'A1', slot: 'C|PLAN|2026' },
  })
})

test('arrows move between tabs and round', async () => {
  const tabs = mount(Tabs, {
    props: { modelValue: 'a', label: 'x', tabs: ['a', 'b'].map((key) => ({ key, word: key })) },
    global,
  })
  await tabs.find('[role=tablist]').trigger('keydown', { key: 'ArrowLeft' })
  expect(tabs.emitted('update:modelValue')?.[0]).toEqual(['b'])
})
