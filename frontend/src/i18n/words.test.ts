import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeTypes, parse as parseTemplate, type RootNode, type TemplateChildNode } from '@vue/compiler-dom'
import { parse } from 'vue/compiler-sfc'
import { describe, expect, test } from 'vitest'
import en from './en'
import zh from './zh-CN'

const src = join(import.meta.dirname, '..')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(vue|ts)$/.test(name),
)
const pages = files.filter((name) => name.endsWith('.vue'))
const read = (name: string) => readFileSync(join(src, name), 'utf8')

function leaves(messages: object, prefix = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? leaves(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  )
}
const at = (messages: object, key: string) =>
  key
    .split('.')
    .reduce<unknown>((found, part) => (found as Record<string, unknown> | undefined)?.[part], messages)

/** Words that stand in a template itself: texts, and attributes that people read or hear. */
function inline(node: RootNode | TemplateChildNode): string[] {
  const own: string[] = []
  if (node.type === NodeTypes.TEXT && /\p{L}/u.test(node.content)) own.push(node.content.trim())
  if (node.type === NodeTypes.ELEMENT)
    for (const attribute of node.props)
      if (
        attribute.type === NodeTypes.ATTRIBUTE &&
        /^(title|label|placeholder|alt|aria-label|content|description)$/.test(attribute.name) &&
        /\p{L}/u.test(attribute.value?.content ?? '')
      )
        own.push(`${attribute.name}=${attribute.value?.content}`)
  const children =
    'children' in node && Array.isArray(node.children) ? (node.children as TemplateChildNode[]) : []
  return [...own, ...children.flatMap((child) => (typeof child === 'object' ? inline(child) : []))]
}

describe('words', () => {
  test('both languages have the same keys', () => {
    expect(leaves(en).sort()).toEqual(leaves(zh).sort())
  })

  test('both languages fill in the same arguments', () => {
    const named = (text: unknown) => [...new Set(String(text).match(/\{\w+\}/g) ?? [])].sort()
    for (const key of leaves(zh))
      if (typeof at(zh, key) === 'string') expect(named(at(en, key)), key).toEqual(named(at(zh, key)))
  })

  test.each(pages)('%s holds no words of its own', (name) => {
    const template = parse(read(name)).descriptor.template
    expect(inline(parseTemplate(template?.content ?? ''))).toEqual([])
  })

  test('scripts hold no Chinese, but for patterns that guess and the example of an import', () => {
    const excepted =
      /^i18n\/|\.test\.ts$|campaigns\/template\.ts$|filing\/useUploads\.ts$|api\/marking\.ts$|ImportPage\.vue$|ReadBack\.vue$|ui\/highlight\.ts$/
    const code = (name: string) => {
      const source = name.endsWith('.vue')
        ? (parse(read(name)).descriptor.scriptSetup?.content ?? '')
        : read(name)
      return source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    }
    const guilty = files.filter((name) => !excepted.test(name) && /[\u3000-\u9fff]/.test(code(name)))
    expect(guilty).toEqual([])
  })

  test('each key that is used exists', () => {
    const used = files
      .filter((name) => !name.endsWith('.test.ts'))
      .flatMap((name) => [...read(name).matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((found) => found[1] ?? ''))
    expect([...new Set(used)].filter((key) => at(zh, key) === undefined)).toEqual([])
  })

  test('periods read as people say them', () => {
    const say = (period: string) => zh.period({ named: () => period })
    expect(['2026', '2026-H2', '2026-Q3', '2026-03', 'once', '2026-03-05-1'].map(say)).toEqual([
      '2026年度',
      '2026年下半年',
      '2026年第三季度',
      '2026年3月',
      '一次性',
      '2026-03-05-1',
    ])
  })
})
