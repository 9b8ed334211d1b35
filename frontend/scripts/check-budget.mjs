// Fails when what the browser fetches before the first page shows is over 300 kB gzip.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const budget = 300_000
const folder = process.argv[2] ?? 'dist'
const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))
const files = new Set(['index.html'])

function take(key) {
  const chunk = manifest[key]
  if (files.has(chunk.file)) return
  files.add(chunk.file)
  for (const css of chunk.css ?? []) files.add(css)
  for (const next of chunk.imports ?? []) take(next)
}
take('index.html')
// The first page itself is a chunk of its own: the heaviest home counts too.
take('src/features/home/HomePage.vue')

const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0)
console.log(
  `first load: ${(bytes / 1000).toFixed(1)} kB gzip in ${files.size} files, budget ${budget / 1000} kB`,
)
process.exit(bytes <= budget ? 0 : 1)
