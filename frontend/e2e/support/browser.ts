import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { brotliDecompressSync } from 'node:zlib'
import { chromium } from '@playwright/test'

/** A Chromium to test in: what runs, how it is called, and the variables it needs. */
export interface Browser {
  executablePath: string
  args: string[]
  env: Record<string, string>
  found: string
}

const HOME = join(import.meta.dirname, '../target/chromium')
const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const require = createRequire(import.meta.url)
const packageFolder = (name: string) => {
  const at = require.resolve(name)
  return at.slice(0, at.lastIndexOf(name) + name.length)
}

const variables = () =>
  Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )

const preferred = (generic: string, family: string) =>
  `<alias><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`

/** Chinese glyphs, where the machine has none: Noto Sans Hans from npm, by a font configuration of our own. */
function withFonts(env: Record<string, string>): Record<string, string> {
  try {
    if (execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== '') return env
  } catch {
    // No fontconfig tools: nothing is known to be there.
  }
  mkdirSync(HOME, { recursive: true })
  const conf = join(HOME, 'fonts.conf')
  const fonts = packageFolder('@embedpdf/fonts-sc')
  writeFileSync(
    conf,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${HOME}/fc</cachedir>
${preferred('sans-serif', 'Noto Sans S Chinese')}${preferred('monospace', 'DejaVu Sans Mono')}
</fontconfig>`,
  )
  return { ...env, FONTCONFIG_FILE: conf }
}

/** The browser that npm brings: unpacked once, with the libraries it needs beside it. */
function fromNpm(): Browser {
  const bin = join(dirname(require.resolve('@sparticuz/chromium')), '../../bin')
  const executablePath = join(HOME, 'chromium')
  if (!existsSync(executablePath)) {
    mkdirSync(HOME, { recursive: true })
    for (const archive of ['al2023.tar.br', 'swiftshader.tar.br'])
      execFileSync('tar', ['x', '-C', HOME], {
        input: brotliDecompressSync(readFileSync(join(bin, archive))),
      })
    writeFileSync(executablePath, brotliDecompressSync(readFileSync(join(bin, 'chromium.br'))), {
      mode: 0o755,
    })
  }
  const libraries = `${HOME}/al2023/lib:${HOME}/lib:${process.env.LD_LIBRARY_PATH ?? ''}`
  return {
    executablePath,
    args: ['--no-sandbox', '--headless=shell', '--disable-gpu', ...QUIET],
    env: { ...variables(), LD_LIBRARY_PATH: libraries },
    found: 'npm',
  }
}

/** In this order: `GUIDANG_CHROMIUM`, Playwright's own, the system's, npm's. */
export function findBrowser(): Browser {
  const named = process.env.GUIDANG_CHROMIUM
  const candidates: [string, string | undefined][] = [
    ['GUIDANG_CHROMIUM', named],
    ['playwright', chromium.executablePath()],
    [
      'system',
      ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
        existsSync(path),
      ),
    ],
  ]
  if (named && !existsSync(named)) throw new Error(`GUIDANG_CHROMIUM names no file: ${named}`)
  for (const [found, executablePath] of candidates)
    if (executablePath && existsSync(executablePath))
      return { executablePath, args: ['--no-sandbox', ...QUIET], env: withFonts(variables()), found }
  const browser = fromNpm()
  return { ...browser, env: withFonts(browser.env) }
}
