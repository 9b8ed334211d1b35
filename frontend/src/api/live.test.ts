import { expect, test } from 'vitest'
import { events } from './live'

test('events are taken out of a text that grows by any pieces', () => {
  const stream =
    'event:figures\ndata:{"a":1}\n\n: a comment\n\nevent: beat\r\ndata: {}\r\n\r\ndata:x\ndata:y\n\n'
  for (let size = 1; size < 12; size++) {
    let text = ''
    const all = []
    for (let at = 0; at < stream.length; at += size) {
      const { whole, rest } = events(text + stream.slice(at, at + size))
      text = rest
      all.push(...whole)
    }
    expect(all).toEqual([
      { event: 'figures', data: '{"a":1}' },
      { event: 'beat', data: '{}' },
      { event: 'message', data: 'x\ny' },
    ])
  }
})
