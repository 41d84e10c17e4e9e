// What merchants and operators do in the console, and what comes of it for everybody else.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriers } from '../support/accessible'
import { png, reviewedShop } from '../support/operator'
import { aBuyer } from '../support/purchase'
import { buys, Shop } from '../support/shop'
import { type Person, type Profile, Town } from '../support/town'

let town: Town
let boss: Person
beforeAll(async () => {
    town = await Town.open()
    boss = await town.operator()
})
afterAll(() => town.close())

describe.each<Profile>(['phone', 'desktop'])('on a %s', (profile) => {
    test('the first operator comes by the one-time link, which opens nothing twice', async () => {
        const fresh = await Town.open()
        try {
            const link = await fresh.firstOperatorLink()
            const window = await fresh.look({ profile })
            const { page } = window
            await page.goto(link)
            await page.getByLabel('名字').fill('站长')
            await page.getByLabel('手机号或邮箱').fill('boss@example.org')
            await page.getByLabel('密码（至少 10 个字符）').fill('correct horse battery')
            expect(page.url()).not.toContain('#')
            expect(await barriers(page)).toEqual([])
            await page.getByRole('button', { name: '创建账号并开始' }).click()
            await page.getByRole('heading', { name: '今天', level: 1 }).waitFor()
            expect(window.troubles).toEqual([])
            await window.close()

            const second = await fresh.look({ profile })
            await second.page.goto(link)
            await second.page.getByLabel('名字').fill('另一位')
            await second.page.getByLabel('手机号或邮箱').fill('thief@example.org')
            await second.page.getByLabel('密码（至少 10 个字符）').fill('correct horse battery')
            await second.page.getByRole('button', { name: '创建账号并开始' }).click()
            await second.page.getByRole('alert').waitFor()
            await second.close()
        } finally {
            await fresh.close()
        }
    })

    test('a stranger to a shop or a role is told of neither', async () => {
        const shop = await Shop.open(await town.person('店主'), '隐身')
        const window = await town.look({ profile }, await town.person('路人'))
        for (const path of [`/console/shops/${shop.id}`, '/console/operator/goods', '/console/operator/settings']) {
            await window.page.goto(path)
            await window.page.getByText('这里什么也没有').waitFor()
        }
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('a product with a spec matrix is entered, and shoppers choose from it', async () => {
        const owner = await town.person('店主')
        const shop = await Shop.open(owner, '矩阵')
        const window = await town.look({ profile }, owner)
        const { page } = window
        await page.goto(`/console/shops/${shop.id}/goods/new`)
        await page.locator('input[type=file]').setInputFiles(png(90))
        await page.getByText('封面').waitFor()
        await page.getByLabel('标题').fill('亚麻围裙')
        await page.getByLabel('类目').selectOption({ index: 1 })
        await page.getByRole('button', { name: '添加规格' }).click()
        await page.getByLabel('第 1 个规格名').fill('颜色')
        await page.getByLabel('给“颜色”添加值').fill('米白，草绿')
        await page.getByLabel('给“颜色”添加值').press('Enter')
        await page.getByLabel('每一行的价格').fill('89.9')
        await page.getByLabel('每一行的库存').fill('7')
        await page.getByRole('button', { name: '填到每一行' }).click()
        await page.getByLabel('草绿 的价格').fill('99')
        expect(await barriers(page)).toEqual([])
        await page.getByRole('button', { name: '上架', exact: true }).click()
        await page.waitForURL('**/goods/prd_*')
        await page.getByText('在售', { exact: true }).waitFor()
        const product = page.url().split('/').at(-1) ?? ''
        const view = await owner.does<{ skus: { spec: string; price: number }[] }>('GET', `/v1/products/${product}`)
        expect(view.skus.map((sku) => [sku.spec, sku.price])).toEqual([['米白', 8990], ['草绿', 9900]])
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('goods are reviewed side by side, sent back with a reason, put right and approved', async () => {
        const { owner, shop } = await reviewedShop(town, boss)
        const lipstick = await new ShopOf(owner, shop).enters('丝绒口红', 9900)
        const desk = await town.look({ profile }, boss)
        await desk.page.goto(`/console/operator/goods/${lipstick}`)
        expect(await barriers(desk.page)).toEqual([])
        await desk.page.getByRole('button', { name: '通过' }).click()
        await desk.page.waitForURL('**/operator/goods')

        const counter = await town.look({ profile }, owner)
        await counter.page.goto(`/console/shops/${shop}/goods/${lipstick}`)
        await counter.page.getByLabel('标题').fill('丝绒口红 全网最低价')
        await counter.page.getByRole('button', { name: '保存' }).click()
        await counter.page.getByText('下面的修改正在审核').waitFor()

        await desk.page.goto(`/console/operator/goods/${lipstick}`)
        await desk.page.getByText('1 处修改，已标出').waitFor()
        await desk.page.getByRole('button', { name: '退回' }).click()
        await desk.page.getByRole('dialog').getByRole('textbox').fill('不能用“全网最低价”')
        await desk.page.getByRole('dialog').getByRole('button', { name: '退回' }).click()
        await desk.page.waitForURL('**/operator/goods')

        await counter.page.reload()
        await counter.page.getByText('不能用“全网最低价”').waitFor()
        expect((await owner.does<{ title: string }>('GET', `/v1/products/${lipstick}`)).title).toBe('丝绒口红')
        await counter.page.getByLabel('标题').fill('丝绒口红 哑光')
        await counter.page.getByRole('button', { name: '保存' }).click()
        await counter.page.getByText('下面的修改正在审核').waitFor()
        await desk.page.goto(`/console/operator/goods/${lipstick}`)
        await desk.page.getByRole('button', { name: '通过' }).click()
        await desk.page.waitForURL('**/operator/goods')
        expect((await owner.does<{ title: string }>('GET', `/v1/products/${lipstick}`)).title).toBe('丝绒口红 哑光')
        expect([...desk.troubles, ...counter.troubles]).toEqual([])
        await desk.close()
        await counter.close()
    })

    test('many orders are shipped by one CSV file, and every line’s fate is told', async () => {
        const owner = await town.person('店主')
        const shop = await Shop.open(owner, '打包')
        const rope = await shop.sells('跳绳', { price: 4900, stock: 9 })
        const buyer = await aBuyer(town)
        const orders = [await buys(buyer, rope), await buys(buyer, rope)]
        const window = await town.look({ profile }, owner)
        const { page } = window
        await page.goto(`/console/shops/${shop.id}/shipping`)
        await page.getByText('2 个订单等待发货').waitFor()
        const csv = ['order,carrier,waybill', `${orders[0]},sandbox,SB${profile}0001`, `${orders[1]},sandbox,SB${profile}0002`, 'ord_0000000000001,sandbox,SB9999'].join('\n')
        await page.locator('input[type=file]').setInputFiles({ name: 'waybills.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
        await page.getByRole('button', { name: '发货 3 行' }).click()
        await page.getByText('成功 2 行，未处理 1 行').waitFor()
        await page.getByRole('cell', { name: '4', exact: true }).waitFor()
        expect(await barriers(page)).toEqual([])
        await page.goto(`/console/shops/${shop.id}/orders?state=shipped`)
        await page.getByText(orders[0]?.slice(-8) ?? '').waitFor()
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('prices are taken home as CSV, changed and brought back, and every line’s fate is told', async () => {
        const owner = await town.person('店主')
        const shop = await Shop.open(owner, '改价')
        const rope = await shop.sells('跳绳', { price: 4900, stock: 3 })
        const window = await town.look({ profile }, owner)
        const { page } = window
        await page.goto(`/console/shops/${shop.id}/goods`)
        const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出价格' }).click()])
        const csv = readFileSync(await file.path(), 'utf8')
        expect(csv).toContain('跳绳')
        const changed = csv.replace('49.00', '45.50') + 'sku_0000000000001,,,1.00,\r\n'
        await page.getByLabel('导入价格').setInputFiles({ name: 'prices.csv', mimeType: 'text/csv', buffer: Buffer.from(changed) })
        await page.getByText('成功 1 行，未处理 1 行').waitFor()
        await page.getByText('¥45.50').waitFor()
        expect(await barriers(page)).toEqual([])
        expect((await owner.does<{ price_from: number }>('GET', `/v1/products/${rope.id}`)).price_from).toBe(4550)
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('a shop’s day: what waits is a step away, and a refund is turned down with a reason', async () => {
        const owner = await town.person('店主')
        const shop = await Shop.open(owner, '日常')
        const rope = await shop.sells('跳绳', { price: 4900, stock: 3 })
        const buyer = await aBuyer(town)
        const order = await buys(buyer, rope)
        await shop.ships(order, `DAY${profile}1`)
        await buyer.does('POST', `/v1/shops/${shop.id}/orders/${order}/refunds`, { reason: 'not_as_described', words: '比图上短' })
        const window = await town.look({ profile }, owner)
        const { page } = window
        await page.goto(`/console/shops/${shop.id}`)
        await page.getByRole('link', { name: /1\s*待处理退款/ }).click()
        await page.getByText('比图上短').waitFor()
        await page.getByRole('button', { name: '拒绝' }).click()
        await page.getByRole('dialog').getByRole('textbox').fill('详情页写明了长度')
        await page.getByRole('dialog').getByRole('button', { name: '拒绝' }).click()
        await page.getByText('没有退款申请').waitFor()
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('a setting is changed with a reason, and the audit log has it', async () => {
        const window = await town.look({ profile }, boss)
        const { page } = window
        await page.goto('/console/operator/settings')
        await page.getByLabel('查找参数').fill('most_refunds')
        await page.getByRole('button', { name: '编辑' }).click()
        const dialog = page.getByRole('dialog')
        await dialog.getByLabel('值（数字）').fill('4')
        await dialog.getByLabel('理由').fill(`试行 ${profile}`)
        await dialog.getByRole('button', { name: '保存' }).click()
        await page.getByText('参数已更新').waitFor()
        await page.goto('/console/operator/audit')
        await page.getByText(`试行 ${profile}`).waitFor()
        expect(window.troubles).toEqual([])
        await window.close()
    })
})

// A store whose goods are reviewed: a product entered is not on sale yet.
class ShopOf {
    constructor(
        private readonly owner: Person,
        private readonly id: string,
    ) {}
    async enters(title: string, price: number): Promise<string> {
        const product = { title, description: '', pictures: [await this.owner.uploads()], category: 'beauty.lipstick', tax: 1300, commission: 500, options: [], skus: [{ choice: [], price, stock: 5 }] }
        return (await this.owner.does<{ id: string }>('POST', `/v1/shops/${this.id}/products`, { product })).id
    }
}
