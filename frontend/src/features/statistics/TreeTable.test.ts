import { flushPromises, mount, RouterLinkStub } from '@vue/test-utils'
import { beforeEach, expect, test } from 'vitest'
import { computed, h, ref } from 'vue'
import { i18n, setLocale } from '@/i18n'
import type { TreeLevel, UseLevel } from './tree'
import TreeTable from './TreeTable.vue'

const asOf = { time: '2026-11-30T00:00:00Z', position: 7 }
const row = (organization: string, children = 0) => ({ organization, name: organization, children })
const levels: Record<string, TreeLevel['rows']> = {
  ROOT: [row('A', 2), row('B')],
  A: [row('A'), row('A1')],
}
/** What is not asked for is not known. */
const useLevel: UseLevel<TreeLevel> = (parent, enabled = () => true) => ({
  data: computed(() =>
    enabled() ? { asOf, excludesTransferred: false, rows: levels[parent() ?? ''] ?? [] } : undefined,
  ),
  error: ref(null),
  isPending: ref(false),
  refetch: () => Promise.reject(new Error('not needed')),
})

beforeEach(() => setLocale('zh-CN'))

const open = (parent: string, use = useLevel) =>
  mount(TreeTable<TreeLevel>, {
    props: { useLevel: use, columns: ['应报'], caption: '表', nothing: '没有', parent },
    slots: {
      cells: ({ row: { organization }, own }: { row: TreeLevel['rows'][number]; own: boolean }) =>
        h('td', own ? `${organization} itself` : organization),
      total: () => h('td', '3'),
    },
    attrs: { 'data-test': 'tree' },
    global: { plugins: [i18n], stubs: { RouterLink: RouterLinkStub } },
  })

test('a row opens in place, and what an organisation has itself is a row of its own below it', async () => {
  const table = open('ROOT')
  const cells = () => table.findAll('tbody td').map((cell) => cell.text())
  expect(cells()).toEqual(['A', 'B'])
  await table.find('button').trigger('click')
  await flushPromises()
  expect(cells()).toEqual(['A', 'A itself', 'A1', 'B'])
  expect(table.findAll('tbody button')).toHaveLength(1)
  expect(table.find('table').attributes('data-test')).toBe('tree')
  expect(table.find('tfoot').text()).toContain('3')
})

test('a level that did not come can be asked for again', async () => {
  const failure = ref<Error | null>(new Error('away'))
  const again: UseLevel<TreeLevel> = (parent, enabled) => {
    const level = useLevel(parent, enabled)
    if (parent() !== 'A') return level
    return {
      ...level,
      data: computed(() => (failure.value ? undefined : level.data.value)),
      error: failure,
      refetch: async () => {
        failure.value = null
        return undefined as never
      },
    } as ReturnType<typeof useLevel>
  }
  const table = open('ROOT', again)
  await table.find('tbody button').trigger('click')
  await table
    .findAll('tbody button')
    .find((button) => button.text() === '重试')
    ?.trigger('click')
  await flushPromises()
  expect(table.find('tbody').text()).toContain('A1')
})

test('a table without rows says so', () => {
  expect(open('B').find('tbody').text()).toBe('没有')
})
