import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { mark, pieces, words } from './highlight'
import Highlighted from './Highlighted.vue'

test('only <em> is markup; whatever a document holds stays text', () => {
  expect(pieces('破除&lt;b&gt;<em>“四风”</em>&amp;<img src=x>')).toEqual([
    { text: '破除<b>', hit: false },
    { text: '“四风”', hit: true },
    { text: '&<img src=x>', hit: false },
  ])
  const shown = mount(Highlighted, { props: { text: '<script>1</script><em>廉</em>' } })
  expect(shown.find('script').exists()).toBe(false)
  expect(shown.find('mark').text()).toBe('廉')
  expect(shown.text()).toContain('<script>1</script>')
})

test('quotes hold a phrase together', () => {
  expect(words('“组织生活会” 廉 "橡皮筋 稻草人"')).toEqual(['组织生活会', '廉', '橡皮筋 稻草人'])
})

test('words are found in a text, longest first, patterns taken as they are', () => {
  expect(mark('a组织生活会b', ['组织', '组织生活会'])).toEqual([
    { text: 'a', hit: false },
    { text: '组织生活会', hit: true },
    { text: 'b', hit: false },
  ])
  expect(mark('1+1', ['+'])[1]).toEqual({ text: '+', hit: true })
  expect(mark('文', [])).toEqual([{ text: '文', hit: false }])
})
