// Copies what pdf.js fetches at run time (character maps of Chinese fonts, standard fonts, image decoders) beside the
// pages: nothing is ever fetched from elsewhere.
import { cpSync } from 'node:fs'

const target = process.argv[2] ?? 'dist'
for (const [from, to] of [
  ['cmaps', 'cmaps'],
  ['standard_fonts', 'fonts'],
  ['wasm', 'wasm'],
])
  cpSync(`node_modules/pdfjs-dist/${from}`, `${target}/pdf/${to}`, { recursive: true })
