import { expect, test } from 'vitest'
import { aliasesOf, aspectsOf, line, linesOf, moved } from './template'

test('aliases are divided by semicolons, and by 、 where these are the only marks', () => {
  expect(aliasesOf('修身；律己; 用权 ；')).toEqual(['修身', '律己', '用权'])
  expect(aliasesOf('修身、律己')).toEqual(['修身', '律己'])
  expect(aliasesOf('增强党性、严守纪律；砥砺作风')).toEqual(['增强党性、严守纪律', '砥砺作风'])
  expect(aliasesOf('遵规守纪、清正廉洁，敢于善为')).toEqual(['遵规守纪、清正廉洁，敢于善为'])
  expect(aliasesOf(' ')).toEqual([])
})

test('what was set comes back as it was', () => {
  const aspects = [
    { name: '严以修身', aliases: ['修身', '修身、律己；做人'.split('；')[0] ?? ''] },
    { name: '严以用权', aliases: [] },
  ]
  expect(aspectsOf(linesOf(aspects))).toEqual(aspects)
})

test('lines move by one and stay within the list', () => {
  const lines = [line('甲'), line('乙')]
  expect(moved(lines, 1, -1).map(({ name }) => name)).toEqual(['乙', '甲'])
  expect(moved(lines, 0, -1)).toBe(lines)
})
