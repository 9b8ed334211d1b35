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

/** Controls of which another one lies upon an edge. What floats above the page (a dialog, its head) may. */
const covered = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const CONTROLS = 'button, select, input, textarea, a[href], summary'
    const floats = (element: Element | null): boolean =>
      element !== null &&
      (['fixed', 'sticky'].includes(getComputedStyle(element).position) || floats(element.parentElement))
    /** Whether the place is beyond the frame in which the element is scrolled. */
    const outside = (element: Element | null, x: number, y: number): boolean => {
      if (!element) return false
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const beyond = x < left || x > right || y < top || y > bottom
      return (
        (beyond && getComputedStyle(element).overflow !== 'visible') || outside(element.parentElement, x, y)
      )
    }
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}`
    return [...document.querySelectorAll(CONTROLS)].flatMap((control) =>
      [...control.getClientRects()]
        .filter(({ width, height }) => width > 8 && height > 8)
        .flatMap(({ left, right, top, height }) =>
          [left + 3, right - 3]
            .filter((x) => !outside(control.parentElement, x, top + height / 2))
            .map((x) => document.elementFromPoint(x, top + height / 2)?.closest(CONTROLS)),
        )
        .filter(
          (other) =>
            other &&
            !control.contains(other) &&
            !other.contains(control) &&
            !floats(other) &&
            !floats(control),
        )
        .map((other) => `${name(control)} under ${name(other!)}`),
    )
  })

/**
 * Looks at a page at each width: nothing sticks out, nothing lies upon another, nothing keeps anybody out; a picture of
 * it is kept.
 */
export async function look(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: join(SHOTS, `${name}-${width}.png`), animations: 'disabled' })
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(excess, `${name} at ${width} px is too wide`).toBeLessThanOrEqual(0)
    // What is about to close, or to come, is not what is looked at: a page that changes meanwhile is looked at again.
    await expect(async () => {
      await atRest(page)
      expect(await covered(page), `${name} at ${width} px`).toEqual([])
      expect(await grave(page), `${name} at ${width} px`).toEqual([])
    }).toPass({ timeout: 20_000, intervals: [300] })
  }
}
