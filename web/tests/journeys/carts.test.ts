// Carts: lines that are sold out or cost something else, and some lines without the others.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriers } from '../support/accessible'
import { aBuyer, arrivedAt, button, leavesTheCart, payAtTheGateway } from '../support/purchase'
import { Shop } from '../support/shop'
import { type Profile, Town } from '../support/town'

let town: Town
beforeAll(async () => {
    town = await Town.open()
})
afterAll(() => town.close())
const aShop = async (name: string): Promise<Shop> => Shop.open(await town.person('店主'), name)

describe.each<Profile>(['phone', 'desktop'])('on a %s', (profile) => {
    test('a sold-out line says so and the rest goes on; a changed price is explained, not charged', async () => {
        const first = await aShop('小屋')
        const second = await aShop('远山')
        const cup = await first.sells('陶杯', { price: 3900, stock: 5 })
        const bowl = await first.sells('陶碗', { price: 4500, stock: 5 })
        const scarf = await second.sells('围巾', { price: 15900, stock: 5 })
        const buyer = await aBuyer(town)
        for (const product of [cup, bowl, scarf]) await buyer.does('POST', '/v1/cart/lines', { shop: product.shop, sku: product.skus[0]?.id, count: 1 })
        await first.has(cup, 0)
        await second.asks(scarf, 16900)

        const window = await town.look({ profile }, buyer)
        const { page } = window
        await page.goto('/cart')
        await page.getByText('已售罄').waitFor()
        await page.getByText('价格有变动：¥159 → ¥169').waitFor()
        expect(await barriers(page)).toEqual([])
        await page.getByText('合计').getByText('214').waitFor()
        await page.getByRole('link', { name: '去结算' }).click()
        await button(page, '提交并支付').waitFor()
        await page.getByText('陶碗', { exact: true }).waitFor()
        expect(await page.getByText('陶杯').count()).toBe(0)

        await second.asks(scarf, 17900) // while the buyer looks
        await button(page, '提交并支付').click()
        // One shop's order is placed; the other's waits for a yes to the new price.
        await page.waitForURL('**/sandbox/**')
        await page.getByText('¥45.00').waitFor()
        await payAtTheGateway(page)
        await arrivedAt(page)
        await leavesTheCart(buyer, '陶碗')
        await page.goto('/cart')
        await page.getByText('围巾').first().waitFor()
        await page.getByText('179').first().waitFor()
        expect(await page.getByText('陶碗').count()).toBe(0)
        expect(window.troubles.filter((t) => !t.includes('409'))).toEqual([])
        await window.close()
    })

    test('some lines of a cart are bought, the others stay in it', async () => {
        const shop = await aShop('杂货')
        const cup = await shop.sells('陶杯', { price: 3900, stock: 5 })
        const bowl = await shop.sells('陶碗', { price: 4500, stock: 5 })
        const buyer = await aBuyer(town)
        for (const product of [cup, bowl]) await buyer.does('POST', '/v1/cart/lines', { shop: product.shop, sku: product.skus[0]?.id, count: 2 })
        const window = await town.look({ profile }, buyer)
        const { page } = window
        await page.goto('/cart')
        await page.getByText('合计').getByText('168').waitFor()
        await page.getByRole('checkbox', { name: '结算「陶碗' }).uncheck()
        await page.getByText('合计').getByText('78').waitFor()
        expect(await page.getByRole('checkbox', { name: /全部商品/ }).isChecked()).toBe(false)
        expect(await barriers(page)).toEqual([])
        await page.getByRole('link', { name: '去结算（1）' }).click()
        await button(page, '提交并支付').waitFor()
        await page.getByText('陶杯', { exact: true }).waitFor()
        expect(await page.getByText('陶碗').count()).toBe(0)
        await button(page, '提交并支付').click()
        await payAtTheGateway(page)
        await arrivedAt(page)
        await leavesTheCart(buyer, '陶杯')
        await page.goto('/cart')
        await page.getByText('合计').getByText('90').waitFor()
        expect(await page.getByText('陶杯').count()).toBe(0)
        expect(window.troubles).toEqual([])
        await window.close()
    })
})
