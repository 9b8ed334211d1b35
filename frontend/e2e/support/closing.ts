import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** The last line says in one plain form what was run. */
export default class Closing implements Reporter {
  private readonly counts = { passed: 0, failed: 0, skipped: 0 }

  onTestEnd(_test: TestCase, result: TestResult): void {
    if (result.status === 'passed') this.counts.passed++
    else if (result.status === 'skipped') this.counts.skipped++
    else this.counts.failed++
  }

  onEnd(): void {
    const { passed, failed, skipped } = this.counts
    console.log(`e2e: ${passed} passed, ${failed} failed, ${skipped} skipped`)
  }
}
