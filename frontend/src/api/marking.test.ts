import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isClassifiedName } from './marking'

const folder = '../backend/reader/src/test/resources/'
const rows = (file: string) =>
  (existsSync(folder + file) ? readFileSync(folder + file, 'utf8') : '')
    .split('\n')
    .map((line) => line.split('\t'))
const names = [
  ...rows('markings.tsv').filter(([, where]) => where === 'name'),
  ...rows('labelled/classified.tsv')
    .filter(([, where]) => where === 'file-name')
    .map(([kind, where, name]) => [kind === 'fires' ? 'classified' : 'none', where, name]),
]

test.each(names)('%s %s: %s', (expected, _, name) => {
  expect(isClassifiedName(name ?? '')).toBe(expected === 'classified')
})
