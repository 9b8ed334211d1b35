import { flushPromises, mount, RouterLinkStub } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import { ref } from 'vue'
import type { RegisterImport } from '@/api/types'
import { i18n, setLocale } from '@/i18n'
import ImportPage from './ImportPage.vue'

const started = vi.hoisted(() => vi.fn(() => Promise.resolve({ job: 'j1' })))
const shown = ref<RegisterImport>()
vi.mock('@/api/register', async (original) => ({
  ...(await original<typeof import('@/api/register')>()),
  useRegisterImport: () => ({ data: shown, error: ref(), isPending: ref(false), refetch: () => {} }),
  useStartImport: () => ({ mutateAsync: started, isPending: ref(false), error: ref() }),
}))
vi.mock('@/api/jobs', async (original) => ({
  ...(await original<typeof import('@/api/jobs')>()),
  useJob: () => ({ data: ref() }),
}))

const checked: RegisterImport = {
  id: 'i1',
  name: '台账.xlsx',
  organization: { code: 'A', name: '第一党委' },
  campaign: 'C',
  campaignName: '专题',
  createdAt: '2026-11-30T00:00:00Z',
  expiresAt: '2026-12-07T00:00:00Z',
  phase: 'checked',
  counts: { rows: 5, ready: 4, added: 3, changed: 1, unchanged: 0, faulty: 1 },
  faults: [
    {
      row: 7,
      column: 'L',
      heading: '完成时限',
      message: '“明年春天”不是日期，请写作 2026-03-31。',
    },
  ],
  changes: [
    {
      row: 3,
      kind: 'changed',
      organization: 'A',
      problem: '记录不规范',
      heading: '整改措施',
      from: '旧',
      to: '新',
    },
  ],
}
const open = (one: RegisterImport) => {
  shown.value = one
  return mount(ImportPage, {
    props: { id: 'i1' },
    global: { plugins: [i18n], stubs: { RouterLink: RouterLinkStub } },
  })
}
beforeEach(() => setLocale('zh-CN'))

test('a trial tells what it would do, points at each faulty cell, and writes only when told', async () => {
  const page = open(checked)
  expect(page.find('[data-test=counts]').text()).toMatch(/行数\s*5.*新增\s*3.*有误\s*1/)
  expect(page.find('[data-test=counts]').text()).not.toContain('相同')
  expect(page.find('[data-test=faults]').text()).toContain('L 完成时限')
  expect(page.find('[data-test=faults]').text()).toContain('请写作 2026-03-31')
  expect(page.find('[data-test=changes]').text()).toContain('整改措施')
  expect(started).not.toHaveBeenCalled()
  await page.find('[data-test=start]').trigger('click')
  await flushPromises()
  expect(started).toHaveBeenCalledOnce()
})

test('a sheet like the register needs no import; one that is faulty throughout can’t be', () => {
  const same = {
    ...checked,
    counts: { rows: 4, ready: 4, added: 0, changed: 0, unchanged: 4, faulty: 0 },
    faults: [],
    changes: [],
  }
  expect(open(same).text()).toContain('与现有台账完全相同')
  expect(open(same).find('[data-test=start]').exists()).toBe(false)
  const faulty = {
    ...checked,
    counts: { rows: 1, ready: 0, added: 0, changed: 0, unchanged: 0, faulty: 1 },
    changes: [],
  }
  expect(open(faulty).text()).toContain('没有一行可以导入')
})
