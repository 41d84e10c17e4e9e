// A shop's daily desk: offers to authors, kept filters, stock and prices in bulk, reviews, statements; and what an operator looks after.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriers } from '../support/accessible'
import { aBuyer } from '../support/purchase'
import { buys, Shop } from '../support/shop'
import { type Person, type Profile, Town } from '../support/town'
import { succeeds } from '../support/until'

let town: Town
let boss: Person
beforeAll(async () => {
    town = await Town.open()
    boss = await town.operator()
})
afterAll(() => town.close())

describe.each<Profile>(['phone', 'desktop'])('on a %s', (profile) => {
    test('an author is offered a better rate, takes it, and the shop’s log has it', async () => {
        const owner = await town.person('店主')
        const author = await town.person('作者')
        const shop = await Shop.open(owner, '邀约')
        const rope = await shop.sells('跳绳', { price: 4900, stock: 9 })
        const { handle } = await author.does<{ handle: string }>('GET', '/v1/me')
        const counter = await town.look({ profile }, owner)
        await counter.page.goto(`/console/shops/${shop.id}/offers`)
        await counter.page.getByRole('button', { name: '发出邀约' }).click()
        const dialog = counter.page.getByRole('dialog')
        await dialog.getByLabel('商品').selectOption(rope.id)
        await dialog.getByLabel('用户名').fill(handle)
        await dialog.getByLabel('佣金比例').fill('25')
        await dialog.getByRole('button', { name: '发出邀约' }).click()
        await counter.page.getByText('待回复').last().waitFor()
        expect(await barriers(counter.page)).toEqual([])

        const home = await town.look({ profile }, author)
        await home.page.goto('/console/creator/offers')
        await home.page.getByText('25%').waitFor()
        expect(await barriers(home.page)).toEqual([])
        await home.page.getByRole('button', { name: '接受' }).click()
        await home.page.getByText('已接受，即刻生效').waitFor()
        const { items } = await owner.does<{ items: { rate: number; state: string }[] }>('GET', `/v1/shops/${shop.id}/offers`)
        expect(items.map((one) => [one.rate, one.state])).toEqual([[2500, 'accepted']])

        await counter.page.goto(`/console/shops/${shop.id}/log`)
        await counter.page.getByText('发出佣金邀约').waitFor()
        expect([...counter.troubles, ...home.troubles]).toEqual([])
        await counter.close()
        await home.close()
    })

    test('a filter one of the staff keeps is there for the others', async () => {
        const owner = await town.person('店主')
        const helper = await town.person('伙计')
        const shop = await Shop.open(owner, '筛选')
        const { handle } = await helper.does<{ handle: string }>('GET', '/v1/me')
        await owner.does('POST', `/v1/shops/${shop.id}/staff`, { handle, may: 'support' })
        await helper.does('POST', `/v1/shops/${shop.id}/staff/acceptance`)
        const first = await town.look({ profile }, owner)
        await first.page.goto(`/console/shops/${shop.id}/orders?state=refunding`)
        await first.page.getByRole('button', { name: '保存筛选' }).click()
        await first.page.getByRole('dialog').getByRole('textbox').fill('要退的')
        await first.page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
        await first.page.getByRole('link', { name: '要退的' }).waitFor()

        const second = await town.look({ profile }, helper)
        await second.page.goto(`/console/shops/${shop.id}/orders`)
        await second.page.getByRole('link', { name: '要退的' }).click()
        await second.page.waitForURL('**/orders?state=refunding')
        await second.page.getByRole('button', { name: '要退的' }).click()
        await second.page.getByRole('link', { name: '要退的' }).waitFor({ state: 'detached' })
        expect([...first.troubles, ...second.troubles]).toEqual([])
        await first.close()
        await second.close()
    })

    test('stock goes out and comes back as CSV, and prices move together', async () => {
        const owner = await town.person('店主')
        const shop = await Shop.open(owner, '盘点')
        const rope = await shop.sells('跳绳', { price: 4900, stock: 9, sizes: ['短', '长'] })
        const window = await town.look({ profile }, owner)
        const { page } = window
        await page.goto(`/console/shops/${shop.id}/stock`)
        await page.getByText('跳绳').first().waitFor()
        const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 CSV' }).click()])
        const lines = readFileSync(await file.path(), 'utf8').trim().split('\r\n')
        expect(lines[0]).toContain('sku,warehouse,available')
        const sku = rope.skus[0]?.id ?? ''
        expect(lines.some((line) => line.startsWith(sku))).toBe(true)
        const csv = `sku,change\n${sku},-4\nsku_0000000000001,2\n`
        await page.locator('input[type=file]').setInputFiles({ name: 'stock.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
        await page.getByText('成功 1 行，未处理 1 行').waitFor()
        expect(await barriers(page)).toEqual([])
        const [stock] = await owner.does<{ available: number }[]>('GET', `/v1/shops/${shop.id}/stock/${sku}`)
        expect(stock?.available).toBe(5)

        await page.goto(`/console/shops/${shop.id}/goods`)
        await page.getByRole('button', { name: '改价' }).click()
        const dialog = page.getByRole('dialog')
        await dialog.locator('#shift').fill('-10')
        await dialog.getByRole('button', { name: '计算' }).click()
        await dialog.getByRole('button', { name: '保存' }).click()
        await page.getByText('价格已更新').waitFor()
        const view = await owner.does<{ skus: { price: number }[] }>('GET', `/v1/products/${rope.id}`)
        expect(view.skus.map((one) => one.price)).toEqual([4410, 4410])
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('a parcel is hurried on at the carrier’s own page, its review answered, and the month’s statement saved', async () => {
        const owner = await town.person('店主')
        const shop = await Shop.open(owner, '月结')
        const rope = await shop.sells('跳绳', { price: 4900, stock: 9 })
        const buyer = await aBuyer(town)
        const order = await buys(buyer, rope)
        const waybill = `DESK${profile}1`
        await shop.ships(order, waybill)
        const desk = await town.look({ profile }, boss)
        await desk.page.goto('/console/operator/sandboxes?view=carrier')
        const row = desk.page.getByRole('row', { name: waybill })
        await row.waitFor()
        expect(await barriers(desk.page)).toEqual([])
        await desk.page.goto((await row.getByRole('link', { name: '快递页面' }).getAttribute('href')) ?? '')
        expect(await barriers(desk.page)).toEqual([])
        await desk.page.getByRole('button', { name: '直接送达' }).click()
        await desk.page.getByText('已签收').waitFor()
        expect(desk.troubles).toEqual([])
        await desk.close()

        await buyer.does('POST', `/v1/shops/${shop.id}/orders/${order}/receipt`)
        await succeeds(() => buyer.does('POST', `/v1/products/${rope.id}/reviews`, { order, rating: 4, text: '绳子结实', pictures: [] }))
        const counter = await town.look({ profile }, owner)
        const { page } = counter
        await page.goto(`/console/shops/${shop.id}/reviews`)
        await page.getByText('绳子结实').waitFor()
        await page.getByRole('button', { name: '回复' }).click()
        await page.getByRole('dialog').getByRole('textbox').fill('谢谢惠顾')
        await page.getByRole('dialog').getByRole('button', { name: '回复' }).click()
        await page.getByText('已回复').waitFor()

        await page.goto(`/console/shops/${shop.id}/funds`)
        await page.getByText('付款', { exact: true }).first().waitFor() // a light shop has its money at once
        const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 CSV' }).click()])
        expect(readFileSync(await file.path(), 'utf8')).toContain(order)
        expect(counter.troubles).toEqual([])
        await counter.close()
    })

    test('what is hidden is found by its words and shown again with a reason', async () => {
        const author = await town.person('作者')
        const note = await author.writes(`加微信领福利 ${profile}`)
        await boss.does('POST', '/v1/verdicts', { subject: note, decision: 'hide', reason: '广告' })
        await succeeds(async () => {
            if ((await boss.does<{ items: unknown[] }>('GET', '/v1/hidden?kind=note')).items.length === 0) throw new Error('not hidden yet')
        })
        const window = await town.look({ profile }, boss)
        const { page } = window
        await page.goto('/console/operator/hidden')
        await page.getByRole('searchbox').fill(`福利 ${profile}`)
        await page.getByRole('button', { name: '查找' }).click()
        await page.getByText(`加微信领福利 ${profile}`).waitFor()
        expect(await barriers(page)).toEqual([])
        await page.getByRole('button', { name: '恢复' }).click()
        await page.getByRole('dialog').getByRole('textbox').fill('误判')
        await page.getByRole('dialog').getByRole('button', { name: '恢复' }).click()
        await page.getByText('这里没有隐藏的内容').waitFor()
        await succeeds(() => author.does('GET', `/v1/notes/${note}/comments`))
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('the page at hand changes its language at once, headings of its table and the window’s title too', async () => {
        const owner = await town.person('店主')
        const shop = await Shop.open(owner, '双语')
        await shop.sells('跳绳', { price: 4900, stock: 9 })
        const window = await town.look({ profile }, owner)
        const { page } = window
        await page.goto(`/console/shops/${shop.id}/goods`)
        await page.getByRole('table', { name: '商品' }).waitFor()
        if (profile === 'phone') await page.getByRole('button', { name: '导航' }).click()
        await page.getByRole('button', { name: 'English' }).click()
        if (profile === 'phone') await page.keyboard.press('Escape')
        await page.getByRole('heading', { name: 'Products', level: 1 }).waitFor()
        await page.getByRole('columnheader', { name: 'From' }).first().waitFor({ state: 'attached' })
        expect(await page.title()).toBe('Products · Meadow')
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('a backup is made and every file of it looked at', async () => {
        const window = await town.look({ profile }, boss)
        const { page } = window
        await page.goto('/console/operator/backups')
        await page.getByRole('button', { name: '立即备份' }).click()
        await page.getByRole('listitem').getByText('已完成').first().waitFor()
        await page.getByRole('listitem').getByRole('button', { name: '检查' }).first().click()
        await page.getByText('完好').first().waitFor()
        expect(await barriers(page)).toEqual([])
        expect(window.troubles).toEqual([])
        await window.close()
    })
})
