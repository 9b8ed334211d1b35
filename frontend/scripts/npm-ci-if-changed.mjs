// Installs what package-lock.json of the current folder names, unless it already did with this lock and this Node.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const mark = 'node_modules/.guidang-lock'
const wanted = createHash('sha256')
  .update(readFileSync('package-lock.json'))
  .update(process.version)
  .digest('hex')

if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) {
  console.log('npm ci: lock unchanged')
  process.exit(0)
}
const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { stdio: 'inherit' })
if (npm.status !== 0) process.exit(npm.status ?? 1)
writeFileSync(mark, wanted)
