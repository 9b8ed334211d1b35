import { expect, test } from 'vitest'
import { differing, isComplete, newItem, saidWords } from './item'

test('what is empty is left out, what is said is trimmed', () => {
  expect(saidWords({ problem: ' 学习不深 ', aspect: '', unit: '办公室', person: '  ' })).toEqual({
    problem: '学习不深',
    unit: '办公室',
  })
  expect(newItem({ words: { problem: '学习不深' }, type: 'ongoing', due: '' })).toEqual({
    type: 'ongoing',
    words: { problem: '学习不深' },
  })
})

test('a problem needs a unit or a post; a person alone does not do', () => {
  expect(isComplete({ problem: '学习不深' })).toBe(false)
  expect(isComplete({ problem: '学习不深', person: '某人' })).toBe(false)
  expect(isComplete({ problem: '学习不深', post: '组织委员' })).toBe(true)
  expect(isComplete({ problem: ' ', unit: '办公室' })).toBe(false)
})

test('absent and empty are the same', () => {
  expect(differing({ problem: '甲', goal: '' }, { problem: '甲' })).toEqual([])
  expect(differing({ problem: '甲', goal: '完成' }, { problem: '乙' })).toEqual(['problem', 'goal'])
})
