// From a note to a parcel in hand: people in browsers of their own, the merchant over the API.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriers } from '../support/accessible'
import { picture } from '../support/picture'
import { Shop } from '../support/shop'
import { type Person, type Profile, Town } from '../support/town'

let town: Town
beforeAll(async () => {
    town = await Town.open()
})
afterAll(() => town.close())

async function aShop(name: string): Promise<Shop> {
    return Shop.open(await town.person('店主'), name)
}
async function aBuyer(name = '阿波'): Promise<Person> {
    const buyer = await town.person(name)
    await buyer.livesAt('文三路 90 号')
    return buyer
}
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).locator('visible=true')
// The gateway's page; the first of its buttons pays.
async function payAtTheGateway(page: Page): Promise<void> {
    await page.waitForURL('**/sandbox/**')
    await page.getByRole('button', { name: '支付 Pay', exact: true }).click()
}
async function buysAndPays(page: Page, product: string): Promise<{ shop: string; order: string }> {
    await page.goto(`/products/${product}`)
    await button(page, '立即购买').click()
    await page.getByRole('dialog').getByRole('button', { name: '立即购买' }).click()
    await button(page, '提交并支付').click()
    await payAtTheGateway(page)
    return arrivedAt(page)
}
async function arrivedAt(page: Page): Promise<{ shop: string; order: string }> {
    await page.waitForURL('**/orders/shp_*/ord_*')
    const [, , shop, order] = new URL(page.url()).pathname.split('/')
    await page.getByRole('heading', { name: '待发货' }).waitFor()
    return { shop: shop ?? '', order: order ?? '' }
}

// What was ordered leaves the cart a moment later.
async function leavesTheCart(buyer: Person, title: string): Promise<void> {
    const titles = async (): Promise<string[]> => (await buyer.does<{ shops: { items: { title: string }[] }[] }>('GET', '/v1/cart')).shops.flatMap((s) => s.items.map((i) => i.title))
    await expect.poll(titles, { timeout: 30_000 }).not.toContain(title)
}

describe.each<Profile>(['phone', 'desktop'])('on a %s', (profile) => {
    test('a note that sells: in six taps from a note to a paid order', async () => {
        const shop = await aShop('木与布')
        const lamp = await shop.sells('小夜灯', { price: 5900, stock: 5 })
        const ada = await town.person('阿达')
        const note = await ada.writes('床头终于亮了', '睡前不刺眼', [lamp.id])
        const bo = await aBuyer()
        const window = await town.look({ profile }, bo)
        const { page } = window
        await page.goto(`/notes/${note}`)
        let taps = 0
        const tap = async (what: ReturnType<typeof button>): Promise<void> => {
            taps++
            await what.click()
        }
        await tap(button(page, /小夜灯.*想要/))
        expect(await barriers(page)).toEqual([])
        await tap(page.getByRole('dialog').getByRole('button', { name: '立即购买' }))
        await button(page, '提交并支付').waitFor()
        expect(await barriers(page)).toEqual([])
        await tap(button(page, '提交并支付'))
        await page.waitForURL('**/sandbox/**')
        await tap(button(page, '支付 Pay').first())
        const bought = await arrivedAt(page)
        expect(taps).toBeLessThanOrEqual(6)
        expect(await barriers(page)).toEqual([])
        const [credit] = (await ada.does<{ items: { earning: number; note: string }[] }>('GET', '/v1/me/earnings')).items
        expect(credit?.note).toBe(note)
        expect(bought.shop).toBe(shop.id)
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('an order lives from placed to completed, and is reviewed with a picture', async () => {
        const shop = await aShop('出汗社')
        const rope = await shop.sells('跳绳', { price: 4900, stock: 9, sizes: ['短', '长'] })
        const buyer = await aBuyer()
        const window = await town.look({ profile }, buyer)
        const { page } = window
        await page.goto(`/products/${rope.id}`)
        await button(page, '立即购买').click()
        const sheet = page.getByRole('dialog')
        await sheet.getByRole('button', { name: '长', exact: true }).click()
        await sheet.getByText('已选：长').waitFor()
        await sheet.getByRole('button', { name: '增加一件' }).click()
        await sheet.getByRole('button', { name: '立即购买' }).click()
        await page.getByText('¥98').first().waitFor()
        await button(page, '提交并支付').click()
        await payAtTheGateway(page)
        const { order } = await arrivedAt(page)

        await shop.ships(order, 'SF' + order.slice(-8))
        await page.reload()
        await page.getByRole('heading', { name: '运输中' }).waitFor()
        await page.getByText('SF' + order.slice(-8)).waitFor()
        await page.goto('/orders?tab=to_receive')
        await page.getByText('跳绳').first().click()
        await button(page, '确认收货').click()
        await button(page, '已收到，确认').click()
        await page.getByRole('heading', { name: '交易完成' }).waitFor()

        await page.getByRole('link', { name: '评价' }).click()
        await page.getByLabel('说说使用感受').fill('很顺手，孩子也能用')
        await page.locator('input[type=file]').setInputFiles({ name: '1.png', mimeType: 'image/png', buffer: Buffer.from(picture(640, 640, [40, 140, 90])) })
        await page.locator('img[src*="/media/"]').nth(1).waitFor()
        expect(await barriers(page)).toEqual([])
        await button(page, '发布评价').click()
        await page.getByText('谢谢你的评价').waitFor()
        await page.goto(`/products/${rope.id}`)
        await page.getByText('很顺手，孩子也能用').waitFor()
        await button(page, '追加评价').click()
        await page.getByLabel('用了一段时间，感受如何？').fill('一个月了，没有断')
        expect(await barriers(page)).toEqual([])
        await button(page, '发布评价').click()
        await page.getByText('一个月了，没有断').waitFor()
        expect(await page.getByText('追加评价').count()).toBe(0)
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('a guest picks something, signs in when it is bought, and goes on', async () => {
        const shop = await aShop('清晨')
        const tea = await shop.sells('龙井', { price: 12800, stock: 3 })
        const note = await shop.owner.writes('明前的茶', '头采', [tea.id])
        const window = await town.look({ profile })
        const { page } = window
        await page.goto(`/notes/${note}`)
        await button(page, /龙井.*想要/).click()
        await page.getByRole('dialog').getByRole('button', { name: '立即购买' }).click()
        const signIn = page.getByRole('dialog', { name: '登录后继续' })
        await signIn.getByRole('button', { name: '注册新账号' }).click()
        await signIn.getByLabel('昵称').fill('小满')
        await signIn.getByLabel('手机号或邮箱').fill(`guest-${profile}@example.org`)
        await signIn.getByLabel('密码').fill('correct horse battery')
        expect(await barriers(page)).toEqual([])
        await signIn.getByRole('button', { name: '注册', exact: true }).click()

        await page.waitForURL('**/checkout?**')
        await button(page, '添加收货地址').click()
        await page.getByLabel('粘贴地址').fill('张三 13800000000 浙江省杭州市西湖区文三路 90 号')
        await button(page, '识别').click()
        expect(await page.getByLabel('区县').inputValue()).toBe('西湖区')
        expect(await barriers(page)).toEqual([])
        await button(page, '保存并使用').click()
        await page.getByText('西湖区').waitFor()
        await button(page, '提交并支付').click()
        await payAtTheGateway(page)
        await arrivedAt(page)
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('a sold-out line says so and the rest goes on; a changed price is explained, not charged', async () => {
        const first = await aShop('小屋')
        const second = await aShop('远山')
        const cup = await first.sells('陶杯', { price: 3900, stock: 5 })
        const bowl = await first.sells('陶碗', { price: 4500, stock: 5 })
        const scarf = await second.sells('围巾', { price: 15900, stock: 5 })
        const buyer = await aBuyer()
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
        const buyer = await aBuyer()
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

    test('the price that changed while buying one thing is shown before anything is charged', async () => {
        const shop = await aShop('器物')
        const pot = await shop.sells('铁壶', { price: 20000, stock: 5 })
        const window = await town.look({ profile }, await aBuyer())
        const { page } = window
        await page.goto(`/products/${pot.id}`)
        await button(page, '立即购买').click()
        await page.getByRole('dialog').getByRole('button', { name: '立即购买' }).click()
        await button(page, '提交并支付').click({ trial: true }) // it can be pressed once the price is there
        await shop.asks(pot, 23000)
        await button(page, '提交并支付').click()
        await page.getByRole('alert').getByText('原来 ¥200，现在 ¥230').waitFor()
        await button(page, '提交并支付').click()
        await page.waitForURL('**/sandbox/**')
        await page.getByText('¥230.00').waitFor()
        await window.close()
    })

    test('refunds: before shipping the money goes back at once, after shipping the shop answers', async () => {
        const shop = await aShop('听风')
        const bell = await shop.sells('风铃', { price: 6600, stock: 9 })
        const window = await town.look({ profile }, await aBuyer())
        const { page } = window
        await buysAndPays(page, bell.id)
        await button(page, '申请退款').click()
        expect(await barriers(page)).toEqual([])
        await button(page, '提交申请').click()
        await page.getByRole('heading', { name: '已退款' }).first().waitFor()

        const { order } = await buysAndPays(page, bell.id)
        await shop.ships(order, 'YT' + order.slice(-8))
        await page.reload()
        await button(page, '申请退款').click()
        await page.getByLabel('退款原因').selectOption('damaged')
        await page.getByLabel('补充说明（选填）').fill('摔裂了')
        await button(page, '提交申请').click()
        await page.getByText('等待商家答复').waitFor()
        await shop.answersRefunds(false, '请先补充照片')
        await page.reload()
        await page.getByText('请先补充照片').waitFor()
        await page.getByText('商家未同意').waitFor()
        expect(await barriers(page)).toEqual([])
        await button(page, '申请平台介入').click()
        await page.getByText('平台处理中').waitFor()
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('somebody buys with the keyboard alone', async () => {
        const shop = await aShop('字号')
        const pen = await shop.sells('钢笔', { price: 8800, stock: 9, sizes: ['细', '粗'] })
        const window = await town.look({ profile }, await aBuyer())
        const { page } = window
        await page.goto(`/products/${pen.id}`)
        await button(page, '立即购买').waitFor()
        const press = async (name: string | RegExp): Promise<void> => {
            for (let i = 0; i < 60; i++) {
                await page.keyboard.press('Tab')
                const focused = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '')
                if (typeof name === 'string' ? focused.trim() === name : name.test(focused)) return page.keyboard.press('Enter')
            }
            throw new Error(`Tab never reaches ${String(name)}`)
        }
        await press('立即购买')
        await page.getByRole('dialog').waitFor()
        await press('粗')
        await page.getByText('已选：粗').waitFor()
        await press('立即购买')
        await button(page, '提交并支付').waitFor()
        await press('提交并支付')
        await page.waitForURL('**/sandbox/**')
        await press(/^支付 ?Pay$/)
        await arrivedAt(page)
        expect(window.troubles).toEqual([])
        await window.close()
    })
})
