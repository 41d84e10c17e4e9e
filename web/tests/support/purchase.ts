// How somebody comes from a product to a paid order in the browser.
import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import type { Person, Town } from './town'

export const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name }).locator('visible=true')

export async function aBuyer(town: Town, name = '阿波'): Promise<Person> {
    const buyer = await town.person(name)
    await buyer.livesAt('文三路 90 号')
    return buyer
}
// The gateway's page; the first of its buttons pays.
export async function payAtTheGateway(page: Page): Promise<void> {
    await page.waitForURL('**/sandbox/**')
    await page.getByRole('button', { name: '支付 Pay', exact: true }).click()
}
export async function buysAndPays(page: Page, product: string): Promise<{ shop: string; order: string }> {
    await page.goto(`/products/${product}`)
    await button(page, '立即购买').click()
    await page.getByRole('dialog').getByRole('button', { name: '立即购买' }).click()
    await button(page, '提交并支付').click()
    await payAtTheGateway(page)
    return arrivedAt(page)
}
export async function arrivedAt(page: Page): Promise<{ shop: string; order: string }> {
    await page.waitForURL('**/orders/shp_*/ord_*')
    const [, , shop, order] = new URL(page.url()).pathname.split('/')
    await page.getByRole('heading', { name: '待发货' }).waitFor()
    return { shop: shop ?? '', order: order ?? '' }
}
// What was ordered leaves the cart a moment later.
export async function leavesTheCart(buyer: Person, title: string): Promise<void> {
    const titles = async (): Promise<string[]> => (await buyer.does<{ shops: { items: { title: string }[] }[] }>('GET', '/v1/cart')).shops.flatMap((s) => s.items.map((i) => i.title))
    await expect.poll(titles, { timeout: 30_000 }).not.toContain(title)
}
