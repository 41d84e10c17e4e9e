import type { Page } from 'playwright-core'

// The page stands: it has its heading, and nothing is still on its way. (A page that listens for news never has a silent network.)
export async function atRest(page: Page): Promise<void> {
    await page.locator('#main :is(h1, h2)').first().waitFor({ state: 'attached' })
    await page.waitForFunction(() => document.querySelector('.skeleton') === null)
}
