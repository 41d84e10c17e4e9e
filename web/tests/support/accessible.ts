import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

// What axe finds wrong with the page as it stands, in words short enough to read in a failed test.
export async function barriers(page: Page): Promise<string[]> {
    await page.locator('h1').first().waitFor({ state: 'attached' }) // it stands when its heading does
    const { violations } = await new AxeBuilder({ page }).analyze()
    return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}`))
}
