import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, test } from 'vitest'
import { i18n, setLocale } from '@/i18n'
import { notices } from './notices'
import ReasonDialog from './ReasonDialog.vue'

beforeEach(async () => {
  await setLocale('zh-CN')
  notices.splice(0)
})
const words = { title: '撤回', what: '撤回第 1 版。', act: '撤回第 1 版' }
const opened = (props: object) =>
  mount(ReasonDialog, {
    props: { modelValue: true, ...words, done: '已撤回', send: async () => ({ n: 2 }), ...props },
    global: { plugins: [i18n], stubs: { teleport: true, transition: true } },
  })

test('nothing is done without a reason; what is said may hang on the answer', async () => {
  const reasons: string[] = []
  const send = async (reason: string) => {
    reasons.push(reason)
    return { n: 2 }
  }
  const dialog = opened({ send, done: ({ n }: { n: number }) => `已变更 ${n} 个` })
  await flushPromises()
  await dialog.find('form').trigger('submit')
  expect(reasons).toEqual([])
  await dialog.find('textarea').setValue(' 报错了材料 ')
  await dialog.find('form').trigger('submit')
  await flushPromises()
  expect(reasons).toEqual(['报错了材料'])
  expect(notices.map(({ text }) => text)).toEqual(['已变更 2 个'])
  expect(dialog.emitted('done')).toEqual([[{ n: 2 }]])
  expect(dialog.emitted('update:modelValue')).toEqual([[false]])
})

test('a refusal is shown and keeps the dialog open with its words', async () => {
  const dialog = opened({
    send: () => Promise.reject({ problem: { code: 'conflict', status: 409, title: '已被别人改动' } }),
  })
  await flushPromises()
  await dialog.find('textarea').setValue('理由')
  await dialog.find('form').trigger('submit')
  await flushPromises()
  expect(dialog.text()).toContain('已被别人改动')
  expect(dialog.find('textarea').element.value).toBe('理由')
  expect(dialog.emitted('update:modelValue')).toBeUndefined()
  expect(notices).toEqual([])
})

test('an optional reason may be left out, an unfinished form may not', async () => {
  const dialog = opened({ optional: true, unfinished: true })
  await flushPromises()
  expect(dialog.find('button[type=submit]').attributes('disabled')).toBeDefined()
  await dialog.setProps({ unfinished: false })
  expect(dialog.find('button[type=submit]').attributes('disabled')).toBeUndefined()
})
