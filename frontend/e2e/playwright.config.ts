import { defineConfig } from '@playwright/test'
import { findBrowser } from './support/browser'

const browser = findBrowser()
if (!process.env.TEST_WORKER_INDEX) console.log(`chromium: ${browser.found}`)

export default defineConfig({
  testDir: 'tests',
  outputDir: 'target/results',
  globalSetup: './support/setup.ts',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./support/closing.ts']],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    // Recording what every test does is a quarter of their time: `--trace on` does, for those one looks into.
    screenshot: 'only-on-failure',
    // A hand is slower still: what a page does within a blink of a keystroke is no user's task.
    launchOptions: {
      slowMo: 50,
      executablePath: browser.executablePath,
      args: browser.args,
      env: browser.env,
    },
  },
})
