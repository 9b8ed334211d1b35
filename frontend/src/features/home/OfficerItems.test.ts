import { flushPromises, mount, RouterLinkStub } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import { computed } from 'vue'
import { i18n, setLocale } from '@/i18n'
import OfficerItems from './OfficerItems.vue'

vi.mock('vue-router', () => ({ useRoute: () => ({ fullPath: '/' }) }))
const asked = vi.hoisted(() => [] as Record<string, unknown>[])
vi.mock('@/api/rectifications', async (original) => ({
  ...(await original<typeof import('@/api/rectifications')>()),
  useItems: (question: () => Record<string, unknown>) => {
    asked.push(question())
    return { data: computed(() => ({ pages: [{ total: question().due ? 0 : 3, items: [] }] })) }
  },
}))

beforeEach(async () => {
  await setLocale('zh-CN')
  asked.length = 0
})

test.each([
  { decides: true, turn: { turn: 'mine' } },
  { decides: false, turn: {} },
])('the number and the list that it opens are one question: decides $decides', async ({ decides, turn }) => {
  const mounted = mount(OfficerItems, {
    props: { organization: 'A', decides },
    global: { plugins: [i18n], stubs: { RouterLink: RouterLinkStub } },
  })
  await flushPromises()
  const query = { organization: 'A', state: 'close-out-requested', ...turn, sort: 'waiting' }
  expect(asked[0]).toEqual({ ...query, size: 8 })
  const link = mounted.findComponent(RouterLinkStub)
  expect(link.text()).toBe('全部 3 项')
  expect(link.props('to')).toEqual({ path: '/rectifications', query })
})
