// What becomes of an order: it is received and reviewed, or refunded.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriers } from '../support/accessible'
import { picture } from '../support/picture'
import { aBuyer, arrivedAt, button, buysAndPays, payAtTheGateway } from '../support/purchase'
import { Shop } from '../support/shop'
import { type Profile, Town } from '../support/town'

let town: Town
beforeAll(async () => {
    town = await Town.open()
})
afterAll(() => town.close())
const aShop = async (name: string): Promise<Shop> => Shop.open(await town.person('店主'), name)

describe.each<Profile>(['phone', 'desktop'])('on a %s', (profile) => {
    test('an order lives from placed to completed, and is reviewed with a picture', async () => {
        const shop = await aShop('出汗社')
        const rope = await shop.sells('跳绳', { price: 4900, stock: 9, sizes: ['短', '长'] })
        const buyer = await aBuyer(town)
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
        await page.getByRole('img', { name: '第 1 张图片' }).waitFor()
        await page.getByText('上传中').waitFor({ state: 'detached' })
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

    test('refunds: before shipping the money goes back at once, after shipping the shop answers', async () => {
        const shop = await aShop('听风')
        const bell = await shop.sells('风铃', { price: 6600, stock: 9 })
        const window = await town.look({ profile }, await aBuyer(town))
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
        await page.getByRole('dialog').locator('input[type=file]').setInputFiles({ name: '1.png', mimeType: 'image/png', buffer: Buffer.from(picture(640, 640, [140, 60, 90])) })
        await page.getByRole('img', { name: '第 1 张图片' }).waitFor()
        expect(await barriers(page)).toEqual([])
        await button(page, '提交申请').click()
        await page.getByText('等待商家答复').waitFor()
        await page.getByText('你的图片').waitFor()
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
})
