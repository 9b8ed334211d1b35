import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

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

/** What keeps somebody out. There are no frames of another origin, so that no page of its own is needed to gather it. */
async function grave(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
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
