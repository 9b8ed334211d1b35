import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import { computed, ref } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { ItemPage, ItemRow, Role } from '@/api/types'
import { i18n, setLocale } from '@/i18n'
import RegisterPage from './RegisterPage.vue'

const session = vi.hoisted(() => ({ role: 'officer', organization: 'A' }))
vi.mock('@/api/session', () => ({
  useMe: () => ({ data: ref({ subject: 'someone' }) }),
  useActing: () => ({
    grants: computed(() => [session]),
    acting: computed(() => session),
    has: (...roles: Role[]) => roles.includes(session.role as Role),
  }),
}))
vi.mock('@/api/campaigns', () => ({ useCampaigns: () => ({ data: ref([]) }) }))
vi.mock('@/api/organizations', () => ({
  organizations: () => Promise.resolve({ items: [] }),
  useOrganization: () => ({ data: ref() }),
}))
const answer = vi.hoisted(() => ({ page: undefined as unknown, asked: undefined as unknown }))
vi.mock('@/api/rectifications', async (original) => ({
  ...(await original<typeof import('@/api/rectifications')>()),
  useItems: (asked: () => unknown) => ({
    data: computed(() => {
      answer.asked = asked()
      return { pages: [answer.page] }
    }),
    error: ref(),
    isPending: ref(false),
    isFetching: ref(false),
    hasNextPage: ref(false),
  }),
}))
vi.mock('./many', () => ({ useMany: () => ({ error: ref(), isPending: ref(false), reset: () => {} }) }))

const row = (number: number, more: Partial<ItemRow>): ItemRow => ({
  organization: 'A-01',
  organizationName: '第一党支部',
  item: `i${number}`,
  number,
  campaign: 'C',
  campaignName: '专题',
  problem: `问题${number}`,
  type: 'by-deadline',
  state: 'open',
  openedAt: '2026-01-01T00:00:00Z',
  since: '2026-01-01T00:00:00Z',
  evidence: 0,
  extension: false,
  ...more,
})
const page: ItemPage = {
  total: 3,
  items: [
    row(1, { state: 'close-out-requested', request: 'r1' }),
    row(2, { organization: 'A', organizationName: '党委' }),
    row(3, { state: 'closed' }),
  ],
  facets: {
    state: [{ value: 'open', count: 1 }],
    type: [],
    aspect: [],
    campaign: [],
    due: [],
    organization: [],
  },
  asOf: { position: 7, time: '2026-11-30T00:00:00Z' },
}

async function open(role: Role, path = '/rectifications') {
  session.role = role
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:any(.*)*', component: { template: '<div />' } }],
  })
  await router.push(path)
  const mounted = mount(RegisterPage, {
    global: { plugins: [i18n, router], stubs: { RemotePicker: true, ElDialog: true } },
  })
  await flushPromises()
  return mounted
}
const links = (mounted: Awaited<ReturnType<typeof open>>) =>
  mounted.findAll('header a').map((link) => link.attributes('href'))

beforeEach(async () => {
  await setLocale('zh-CN')
  localStorage.clear()
  answer.page = page
})

test('an officer chooses what lies below and is unsettled, and is told what can be done', async () => {
  const mounted = await open('officer')
  expect(mounted.find('[data-test=total]').text()).toBe('共 3 项')
  const boxes = mounted.findAll('tbody input[type=checkbox]')
  expect(boxes).toHaveLength(1)
  await boxes[0]?.setValue(true)
  expect(mounted.find('.picked').text()).toContain('销号 1 项…')
  expect(mounted.find('.picked').text()).toContain('催办 1 项…')
})

test('a clerk enters and imports, but decides nothing', async () => {
  const mounted = await open('clerk')
  expect(mounted.findAll('tbody input[type=checkbox]')).toHaveLength(0)
  expect(links(mounted)).toContain('/rectifications/new')
  expect(links(mounted)).toContain('/rectifications/imports/new')
})

test('an auditor only looks', async () => {
  const mounted = await open('auditor')
  expect(mounted.findAll('tbody input[type=checkbox]')).toHaveLength(0)
  expect(links(mounted)).not.toContain('/rectifications/new')
  expect(links(mounted)).toContain('/rectifications/print')
})

test('what waits for the caller is one press away, for whom something can wait', async () => {
  const mounted = await open('officer', '/rectifications?organization=A&due=soon')
  const first = mounted.find('.views a')
  expect(first.text()).toBe('待我处理')
  expect(first.attributes('href')).toBe('/rectifications?organization=A&turn=mine')
  const chosen = await open('clerk', '/rectifications?turn=mine')
  expect(answer.asked).toMatchObject({ turn: 'mine', state: 'unsettled' })
  expect(chosen.find('.views [aria-current]').text()).toBe('待我处理')
  expect((await open('auditor')).find('.views').text()).not.toContain('待我处理')
})

test('of the past nothing can be decided', async () => {
  const mounted = await open('officer', '/rectifications?asOf=2026-06-01')
  expect(mounted.findAll('tbody input[type=checkbox]')).toHaveLength(0)
  expect(mounted.text()).toContain('2026-06-01 当日的台账')
})

test('the address is the question, and own views are kept', async () => {
  const mounted = await open('officer', '/rectifications?type=ongoing&aspect=政治')
  expect(answer.asked).toMatchObject({ type: 'ongoing', aspect: '政治', state: 'unsettled', sort: 'due' })
  await mounted.findAll('.views button').at(-1)?.trigger('click')
  await mounted.find('.views input').setValue('长期的政治问题')
  await mounted.find('.views form').trigger('submit')
  expect(mounted.find('.views [aria-current]').text()).toBe('长期的政治问题')
  expect(localStorage.getItem('guidang.views.someone')).toContain('长期的政治问题')
})
