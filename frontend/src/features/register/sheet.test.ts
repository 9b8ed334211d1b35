import { expect, test } from 'vitest'
import { cells, common, listed } from './sheet'

test('quotes hold commas, quotes and lines together', () => {
  expect(cells('\uFEFFa,b\r\n"1,2","say ""so""\nagain"\r\n,\r\n')).toEqual([
    ['a', 'b'],
    ['1,2', 'say "so"\nagain'],
    ['', ''],
  ])
})

const HEAD =
  '序号,来源,问题,分类(方面),具体表现,整改目标,整改措施,整改类型,责任单位,责任岗位,责任人,完成时限,进展,佐证材料,完成日期,是否销号,销号日期,复查意见,备注,组织代码,组织,专题,事项编号'
const row = (number: string, organization: string) =>
  `${number},,问题${number},方面,,目标,措施,限期整改,办公室,书记,,2026-12-01,,,,否,,,,C01,${organization},专题,x`

test('a list has the headings of the sheet, and what is the same in all rows stands above it', () => {
  const one = cells([HEAD, row('1', '一支部'), row('2', '一支部')].join('\n'))
  expect(listed('measures', one)).toEqual({
    head: ['序号', '问题', '整改目标', '整改措施', '完成时限', '进展'],
    rows: [
      ['1', '问题1', '目标', '措施', '2026-12-01', ''],
      ['2', '问题2', '目标', '措施', '2026-12-01', ''],
    ],
  })
  expect(common('organization', one)).toBe('一支部')
})

test('where organisations differ each row names its own', () => {
  const two = cells([HEAD, row('1', '一支部'), row('1', '二支部')].join('\n'))
  expect(listed('duties', two).head).toEqual([
    '序号',
    '组织',
    '问题',
    '责任单位',
    '责任岗位',
    '责任人',
    '完成时限',
    '是否销号',
  ])
  expect(common('organization', two)).toBeUndefined()
})
