// Fails when a built script holds syntax that Chrome 86 can't parse. The bundler lowers our sources, yet packages
// bring files (workers, .mjs) that pass it untouched.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'acorn'
import { ancestor, full } from 'acorn-walk'

const folder = process.argv[2] ?? 'dist'
const scripts = readdirSync(folder, { recursive: true }).filter((name) => /\.m?js$/.test(name))

/** What is newer than Chrome 86, each with the Chrome that brought it. */
function newer(source) {
  const found = new Map()
  const note = (what, node) => found.set(what, found.get(what) ?? node.start)
  const tree = parse(source, { ecmaVersion: 2022, sourceType: 'module' })
  full(tree, (node) => {
    if (node.type === 'StaticBlock') note('static block (94)', node)
    if (node.type === 'BinaryExpression' && node.left.type === 'PrivateIdentifier') note('#x in (91)', node)
    if (node.type === 'Literal' && /[dv]/.test(node.regex?.flags ?? ''))
      note('regex flag d or v (90, 112)', node)
  })
  ancestor(tree, {
    AwaitExpression(node, _state, ancestors) {
      if (!ancestors.some((above) => /Function/.test(above.type))) note('top-level await (89)', node)
    },
  })
  return found
}

let faulty = 0
for (const name of scripts) {
  try {
    const found = newer(readFileSync(join(folder, name), 'utf8'))
    for (const [what, at] of found) console.error(`${name}: ${what} at ${at}`)
    faulty += found.size > 0 ? 1 : 0
  } catch (error) {
    faulty++
    console.error(`${name}: ${error}`)
  }
}
console.log(`syntax: ${scripts.length} scripts, ${faulty} too new for chrome86`)
process.exit(faulty === 0 ? 0 : 1)
