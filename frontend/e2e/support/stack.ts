import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { createWriteStream, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../../..')
const TARGET = join(import.meta.dirname, '../target')
const PATIENCE_MS = 180_000

/** A port that is free now, on loopback. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })

/** The whole product, as `./guidang start` starts it: store, index, identity, server; fresh data, free ports. */
export interface Stack {
  url: string
  /** Where it keeps its data, its logs and its process ids. */
  data: string
  stop(): Promise<void>
}

export async function startStack(name: string): Promise<Stack> {
  const data = join(TARGET, 'data', name)
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(join(ROOT, 'guidang'), ['start', '--data', data, '--port', String(port)], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env },
  })
  const log = createWriteStream(join(TARGET, `${name}.log`))
  child.stdout.pipe(log)
  child.stderr.pipe(log)
  const stop = () => end(child)
  try {
    await answering(`${url}/api/config`, child)
  } catch (error) {
    await stop()
    throw error
  }
  return { url, data, stop }
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`./guidang ended with ${child.exitCode}; see target/*.log`)
    const up = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    )
    if (up) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`nothing answers at ${url}`)
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const hard = setTimeout(() => child.kill('SIGKILL'), 30_000)
    child.once('exit', () => {
      clearTimeout(hard)
      resolve()
    })
    child.kill('SIGTERM')
  })
}
