import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

const SHOTS = join(import.meta.dirname, '../target/screenshots')
const WIDTHS = [390, 1024, 1440]

/** A dialog that is still fading has no contrast to measure: waits until nothing moves but what never ends (a spinner). */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      !document.querySelector('[class*="-enter-active"], [class*="-leave-active"]') &&
      document
        .getAnimations()
        .every((one) => one.playState !== 'running' || one.effect?.getComputedTiming().endTime === Infinity),
  )
}

/** What keeps somebody out. The half megabyte of rules is handed to a document once: most looks are at one that has it. */
async function grave(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async () => {
    const found = await (window as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] })
    return found.violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      at: nodes.map(({ target }) => target.join(' ')),
    }))
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, at }) => `${id}: ${at.join(', ')}`)
}

/** Looks at a page at each width: nothing sticks out, nothing keeps anybody out; a picture of it is kept. */
export async function look(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: join(SHOTS, `${name}-${width}.png`), animations: 'disabled' })
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(excess, `${name} at ${width} px is too wide`).toBeLessThanOrEqual(0)
    // What is about to close, or to come, is not what is looked at: a page that changes meanwhile is looked at again.
    await expect(async () => {
      await atRest(page)
      expect(await grave(page), `${name} at ${width} px`).toEqual([])
    }).toPass({ timeout: 20_000, intervals: [300] })
  }
}
