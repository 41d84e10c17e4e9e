// The whole of it, in three browsers: an author recommends, a reader buys, a shop ships; then the money finds its way.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { picture } from '../support/picture'
import { aBuyer, arrivedAt, button, payAtTheGateway } from '../support/purchase'
import { Shop } from '../support/shop'
import { type Profile, Town } from '../support/town'
import { until } from '../support/until'

let town: Town
beforeAll(async () => {
    town = await Town.open()
})
afterAll(() => town.close())

describe.each<Profile>(['phone', 'desktop'])('on a %s', (profile) => {
    test('a note leads to a sale, a parcel, a review and a commission, and everybody sees their part', async () => {
        const owner = await town.person('店主')
        const shop = await Shop.open(owner, '木与布')
        await shop.sells(`榫卯小凳 ${profile}`, { price: 15900, stock: 5 })
        const [ada, bo] = [await town.person('阿达'), await aBuyer(town)]
        const [author, reader, keeper] = [await town.look({ profile }, ada), await town.look({ profile }, bo), await town.look({ profile: 'desktop' }, owner)]

        // The author writes.
        await author.page.goto('/publish')
        await author.page.locator('input[type=file]').setInputFiles({ name: '1.png', mimeType: 'image/png', buffer: Buffer.from(picture(640, 800, [150, 120, 90])) })
        await author.page.getByPlaceholder('填个标题').fill(`没有钉子的凳子 ${profile}`)
        await author.page.getByPlaceholder('分享你的生活').fill('坐着踏实 #家居')
        await author.page.getByRole('button', { name: '添加商品' }).click()
        await author.page.getByPlaceholder('搜索商品').fill('榫卯小凳')
        await author.page.getByRole('dialog').getByRole('button', { name: new RegExp(`榫卯小凳 ${profile}`) }).first().click()
        await author.page.getByRole('button', { name: '发布', exact: true }).click()
        await author.page.waitForURL('**/notes/nte_*')

        // The reader finds it, likes it and buys what it shows.
        const { page } = reader
        await until('the note stands in the newest notes', async () => ((await (await fetch(town.url + '/v1/feed/latest')).json()) as { items: { title: string }[] }).items.some((n) => n.title.endsWith(profile)))
        await page.goto('/')
        await page.getByRole('heading', { name: `没有钉子的凳子 ${profile}` }).click()
        await page.getByRole('button', { name: /^赞「/ }).first().click()
        await button(page, /榫卯小凳.*想要/).click()
        await page.getByRole('dialog').getByRole('button', { name: '立即购买' }).click()
        await button(page, '提交并支付').click()
        await payAtTheGateway(page)
        const { order } = await arrivedAt(page)

        // The shop sees what waits, and ships it.
        await keeper.page.goto(`/console/shops/${shop.id}`)
        await keeper.page.getByRole('link', { name: /1\s*待发货/ }).waitFor()
        await keeper.page.goto(`/console/shops/${shop.id}/orders/${order}`)
        await keeper.page.getByRole('button', { name: '发货', exact: true }).click()
        const slip = keeper.page.getByRole('dialog')
        await slip.getByRole('combobox').fill('sandbox')
        await keeper.page.keyboard.press('Enter')
        await slip.getByLabel('运单号').fill(`LOOP${profile}01`)
        await slip.getByRole('button', { name: '发货', exact: true }).click()
        await keeper.page.getByText(`LOOP${profile}01`).first().waitFor()

        // It arrives, and the reader says how it is.
        await page.reload()
        await page.getByText(`LOOP${profile}01`).waitFor()
        await button(page, '确认收货').click()
        await button(page, '已收到，确认').click()
        await page.getByRole('heading', { name: '交易完成' }).waitFor()
        await page.getByRole('link', { name: '评价' }).click()
        await page.getByLabel('说说使用感受').fill('比图上还稳')
        await button(page, '发布评价').click()
        await page.getByText('谢谢你的评价').waitFor()

        // The author hears of the like and sees what was earned; the shop sees the review.
        await author.page.goto('/messages')
        await author.page.getByText('赞了你的笔记').first().waitFor()
        await author.page.goto('/me/wallet')
        await author.page.getByText(`榫卯小凳 ${profile}`).first().waitFor()
        await keeper.page.goto(`/console/shops/${shop.id}/reviews`)
        await keeper.page.getByText('比图上还稳').waitFor()
        expect([...author.troubles, ...reader.troubles, ...keeper.troubles]).toEqual([])
        for (const window of [author, reader, keeper]) await window.close()
    })
})
