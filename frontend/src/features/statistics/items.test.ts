import { mount, RouterLinkStub } from '@vue/test-utils'
import { beforeEach, expect, test } from 'vitest'
import type { LocationQueryRaw } from 'vue-router'
import type { ItemCounts } from '@/api/types'
import { i18n, setLocale } from '@/i18n'
import ItemCells from './ItemCells.vue'
import { itemsOf } from './items'

/** DESIGN 8: ten items, four ongoing (one closed), the other six closed. */
const counts: ItemCounts = {
  items: 10,
  ongoing: 4,
  ongoingClosed: 1,
  timed: 6,
  closed: 6,
  overdue: 0,
  dueSoon: 2,
  waiting: 1,
  extensions: 0,
  returnedCloseOuts: 1,
  medianDays: 12.5,
}
const cells = (reads: boolean, shown = counts) =>
  mount(ItemCells, {
    props: { counts: shown, asked: { organization: 'A', campaign: 'C', asOf: '2026-06-01' }, reads },
    global: { plugins: [i18n], stubs: { RouterLink: RouterLinkStub } },
  })
beforeEach(() => setLocale('zh-CN'))

test('the rate leaves ongoing items out, and each number leads to its items', () => {
  const row = cells(true)
  expect(row.find('td[data-label="整改率"]').text()).toBe('100 %')
  expect(row.find('td[data-label="销号天数（中位）"]').text()).toBe('12.5 天')
  const links = row.findAllComponents(RouterLinkStub).map((link) => link.props('to'))
  expect(links[0]).toEqual({
    path: '/rectifications',
    query: { organization: 'A', campaign: 'C', asOf: '2026-06-01', tree: undefined, state: 'all' },
  })
  expect(links.map((to) => (to as { query: LocationQueryRaw }).query.type)).toEqual([
    undefined,
    'timed',
    'timed',
    'ongoing',
    'ongoing',
    undefined,
    undefined,
    undefined,
  ])
})

test('nothing stands behind a zero, a rate over nothing is a dash, and who reads nothing gets no links', () => {
  const none = { ...counts, timed: 0, closed: 0, medianDays: undefined }
  expect(cells(true, none).find('td[data-label="整改率"]').text()).toBe('–')
  expect(cells(true, none).find('td[data-label="逾期"] a').exists()).toBe(false)
  expect(cells(false).findAllComponents(RouterLinkStub)).toHaveLength(0)
})

test('what an organisation has by itself is asked for by itself', () => {
  expect(
    itemsOf({ organization: 'A', alone: true }, { state: 'all', aspect: ['甲', '乙'] }).query,
  ).toMatchObject({
    organization: 'A',
    alone: 'true',
    aspect: ['甲', '乙'],
  })
})
