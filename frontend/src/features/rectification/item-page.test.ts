import { VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, RouterLinkStub } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import { ref } from 'vue'
import { ApiProblem } from '@/api/problem'
import type { ItemStep, ItemVerb, ItemView } from '@/api/types'
import { i18n, setLocale } from '@/i18n'
import { notices } from '@/ui/notices'
import ActDialog from './ActDialog.vue'
import { forms, offered } from './acts'
import EditDialog from './EditDialog.vue'
import ProgressDialog from './ProgressDialog.vue'
import { missing, pictures, shortType, wordsBefore } from './shown'
import StepList from './StepList.vue'
import type { EvidenceFiles } from './useEvidence'

const asked = vi.hoisted(() => ({ acts: [] as unknown[], refuse: undefined as unknown }))
vi.mock('@/api/rectifications', async (original) => ({
  ...(await original<object>()),
  useItemAct: () => ({
    mutateAsync: async (act: unknown) => {
      asked.acts.push(act)
      if (asked.refuse) throw asked.refuse
      return {}
    },
  }),
}))
vi.mock('@/api/session', () => ({ useConfig: () => ({ data: { value: { evidenceLimit: 1e9 } } }) }))

const step = (position: number, type: string, more: Partial<ItemStep> = {}): ItemStep => ({
  position,
  type,
  at: '2026-03-01T02:00:00Z',
  committedAt: '2026-03-01T02:00:01Z',
  by: 'clerk',
  state: 'in-progress',
  ...more,
})
const item = (more: Partial<ItemView> = {}): ItemView => ({
  organization: 'C01-01',
  organizationName: '办公室党支部',
  path: 'ROOT/C01/C01-01',
  item: 'abc',
  number: 3,
  campaign: 'ZG-2026',
  campaignName: '2026年度',
  type: 'by-deadline',
  state: 'close-out-requested',
  since: '2026-03-02T02:00:00Z',
  due: '2026-12-31',
  overdue: false,
  openedAt: '2026-03-01T02:00:00Z',
  words: { problem: '学习不深', unit: '办公室党支部' },
  wordsPosition: 0,
  closeOut: { request: 'r1', at: '2026-03-02T02:00:00Z' },
  may: [],
  version: 1,
  steps: [step(0, 'opened', { item: { problem: '学习不深' } })],
  position: 9,
  ...more,
})
const global = {
  plugins: [i18n, VueQueryPlugin] as never[],
  stubs: { teleport: true, transition: true, RouterLink: RouterLinkStub },
}
const conflict = new ApiProblem({ code: 'item-state', status: 409, title: '事项的状态已变' })

beforeEach(async () => {
  await setLocale('zh-CN')
  asked.acts = []
  asked.refuse = undefined
  notices.splice(0)
})

test('every act has its words in a dialog, in the order of use', () => {
  const may = Object.keys(forms) as ItemVerb[]
  const verbs = offered(item({ may: [...may, 'progress', 'edit'] }))
  expect(verbs).toHaveLength(may.length + 2)
  expect(verbs.slice(0, 2)).toEqual(['close', 'return'])
  for (const verb of verbs)
    for (const part of ['begin', 'title', 'what', 'now', 'done'])
      expect(i18n.global.te(`rectification.act.${verb}.${part}`), `${verb}.${part}`).toBe(true)
})

test('a close-out is returned with what is missing, for the request that was seen', async () => {
  const dialog = mount(ActDialog, { props: { item: item(), verb: 'return' }, global })
  await flushPromises()
  expect(dialog.find('button[type=submit]').attributes('disabled')).toBeDefined()
  await dialog.setProps({ item: item({ closeOut: { request: 'r2', at: '2026-03-03T02:00:00Z' } }) })
  await dialog.find('textarea').setValue('缺照片')
  await dialog.find('form').trigger('submit')
  await flushPromises()
  expect(asked.acts).toEqual([{ verb: 'return', asked: { reason: '缺照片', request: 'r1' } }])
})

test('where somebody was quicker the state now is shown, and what was typed stays', async () => {
  asked.refuse = conflict
  const dialog = mount(ActDialog, { props: { item: item(), verb: 'close' }, global })
  await flushPromises()
  await dialog.find('textarea').setValue('同意')
  await dialog.find('form').trigger('submit')
  await flushPromises()
  await dialog.setProps({ item: item({ state: 'returned' }) })
  expect(dialog.text()).toContain('事项的状态已变')
  expect(dialog.text()).toContain('销号退回')
  expect(dialog.find('textarea').element.value).toBe('同意')
  expect(dialog.emitted('closed')).toBeUndefined()
})

test('an extension wants its day and its reason', async () => {
  const dialog = mount(ActDialog, { props: { item: item(), verb: 'extension' }, global })
  await flushPromises()
  await dialog.find('textarea').setValue('汛期')
  expect(dialog.find('button[type=submit]').attributes('disabled')).toBeDefined()
  await dialog.find('input[type=date]').setValue('2027-01-31')
  await dialog.find('form').trigger('submit')
  await flushPromises()
  expect(asked.acts).toEqual([{ verb: 'extension', asked: { reason: '汛期', due: '2027-01-31' } }])
})

test('words that a colleague changed meanwhile are shown, and one chooses whose stay', async () => {
  const dialog = mount(EditDialog, { props: { modelValue: true, item: item(), aspects: [] }, global })
  await flushPromises()
  await dialog.find('textarea').setValue('学习不深不透')
  await dialog.setProps({
    item: item({ wordsPosition: 4, words: { problem: '学习不够', unit: '办公室党支部' } }),
  })
  expect(dialog.find('[role=alert]').text()).toContain('学习不够')
  expect(dialog.find('button[type=submit]').attributes('disabled')).toBeDefined()
  await dialog.findAll('[role=alert] button').at(-1)?.trigger('click')
  await dialog.find('form').trigger('submit')
  await flushPromises()
  expect(asked.acts).toEqual([
    { verb: 'edit', asked: { replaces: 4, words: { problem: '学习不深不透', unit: '办公室党支部' } } },
  ])
})

test('progress takes files with days of their own; nothing is recorded while one is on its way', async () => {
  const busy = ref(true)
  const file = {
    key: 1,
    name: '照片.jpg',
    size: 9,
    on: '2026-03-05',
    state: 'read',
    part: 1,
    upload: { id: 'u1' },
  }
  const evidence = {
    files: [file],
    busy,
    read: ref([file]),
    add: vi.fn(),
    remove: vi.fn(),
    forget: vi.fn(),
  } as unknown as EvidenceFiles
  const dialog = mount(ProgressDialog, { props: { modelValue: true, item: item(), evidence }, global })
  await flushPromises()
  expect(dialog.find('button[type=submit]').attributes('disabled')).toBeDefined()
  busy.value = false
  await flushPromises()
  await dialog.find('textarea').setValue('开展学习')
  await dialog.find('form').trigger('submit')
  await flushPromises()
  expect(asked.acts).toEqual([
    {
      verb: 'progress',
      asked: { words: '开展学习', evidence: [{ upload: 'u1', on: '2026-03-05' }] },
    },
  ])
  expect(evidence.forget).toHaveBeenCalled()
})

test('the timeline tells organisations, states where they change, and what was edited', () => {
  const steps = [
    step(0, 'opened', { state: 'open', item: { problem: '学习不深', unit: '办公室' } }),
    step(1, 'edited', { state: 'open', item: { problem: '学习不够', unit: '办公室' } }),
    step(2, 'progressed', {
      words: '开展学习',
      evidence: [
        { n: 0, name: '签到表.pdf', size: 2048, mediaType: 'application/pdf', sha256: 'x', preview: false },
      ],
    }),
    step(3, 'returned', { by: 'officer', organizationName: '机关党委', state: 'returned', words: '缺照片' }),
  ]
  const list = mount(StepList, { props: { item: item({ state: 'returned', steps }) }, global })
  const lines = list.findAll('.steps > li')
  expect(lines).toHaveLength(4)
  expect(lines[0]?.text()).toContain('办公室党支部')
  expect(lines[1]?.find('del').text()).toBe('学习不深')
  expect(lines[1]?.find('ins').text()).toBe('学习不够')
  expect(lines[1]?.text()).not.toContain('未开始')
  expect(lines[2]?.text()).toContain('签到表.pdf')
  expect(lines[2]?.text()).toContain('整改中')
  expect(lines[3]?.text()).toContain('机关党委（审核）')
  expect(missing(item({ state: 'returned', steps }))?.words).toBe('缺照片')
  expect(missing(item({ steps }))).toBeUndefined()
})

test('pictures are those with a preview, in the order of the timeline', () => {
  const picture = { n: 1, name: '一.jpg', size: 1, mediaType: 'image/jpeg', sha256: 'x', preview: true }
  const paper = { ...picture, n: 0, name: '二.docx', preview: false }
  const steps = [
    step(0, 'opened', { item: { problem: '甲' } }),
    step(1, 'progressed', { evidence: [paper, picture] }),
  ]
  expect(pictures(item({ steps })).map(({ position, file }) => [position, file.n])).toEqual([[1, 1]])
  expect(shortType(paper)).toBe('DOCX')
  expect(wordsBefore(item({ steps }), step(1, 'edited'))).toEqual({ problem: '甲' })
})
