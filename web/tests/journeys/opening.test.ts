// Opening a shop by the wizard, in both profiles; who helps there and what they may; what a moderator sees of what is reported.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriers } from '../support/accessible'
import { png } from '../support/operator'
import { Shop } from '../support/shop'
import { type Person, type Profile, Town } from '../support/town'
import { until } from '../support/until'

let town: Town
let boss: Person
beforeAll(async () => {
    town = await Town.open()
    boss = await town.operator()
    await boss.does('PUT', '/v1/operator/settings/catalog.pop_followers', { value: '0', reason: '开业' })
})
afterAll(() => town.close())

describe.each<Profile>(['phone', 'desktop'])('on a %s', (profile) => {
    test('a light shop is open after four steps, and support looks at its goods without being offered to change them', async () => {
        const owner = await town.person('店主')
        const helper = await town.person('伙计')
        await Shop.open(helper, '伙计自己的') // who has a shop begins there, not on the first page
        const { handle } = await helper.does<{ handle: string }>('GET', '/v1/me')
        const name = `巷口小店 ${profile}`
        const counter = await town.look({ profile }, owner)
        await counter.page.goto('/console/open-shop')
        await counter.page.getByRole('button', { name: /^轻店/ }).click()
        await counter.page.locator('input[type="file"]').setInputFiles(png(30))
        await counter.page.getByRole('button', { name: /移除|删除|去掉/ }).first().waitFor() // the logo stands
        await counter.page.getByLabel('店名').fill(name)
        await counter.page.getByLabel('所在城市').fill('杭州')
        await counter.page.getByRole('button', { name: '开店', exact: true }).click()
        await counter.page.getByLabel('运费', { exact: true }).fill('8')
        expect(await barriers(counter.page)).toEqual([])
        await counter.page.getByRole('button', { name: '下一步' }).click()
        await counter.page.getByRole('button', { name: '概览' }).click()
        await counter.page.waitForURL(/\/console\/shops\/shp_\w+$/)
        const shop = new Shop(owner, counter.page.url().split('/').at(-1) ?? '')
        expect((await owner.does<{ shipping_fee: number }>('GET', `/v1/shops/${shop.id}/terms`)).shipping_fee).toBe(800)
        const lamp = await shop.sells('夜灯', { price: 5900, stock: 8 })

        await counter.page.goto(`/console/shops/${shop.id}/staff`)
        await counter.page.getByLabel('用户名').fill(handle)
        await counter.page.getByRole('button', { name: '邀请' }).click()
        await counter.page.getByText('@' + handle).waitFor()

        const desk = await town.look({ profile }, helper)
        await desk.page.goto('/console/')
        const invitation = desk.page.getByRole('region', { name: '店铺邀请' })
        await invitation.getByText(name).waitFor()
        expect(await barriers(desk.page)).toEqual([])
        await invitation.getByRole('button', { name: '接受' }).click()
        await desk.page.waitForURL(`**/console/shops/${shop.id}`)
        await desk.page.goto(`/console/shops/${shop.id}/goods`)
        await desk.page.getByText('夜灯').waitFor()
        expect(await desk.page.getByRole('button', { name: /录入商品|改价|编辑/ }).count()).toBe(0)
        await desk.page.goto(`/console/shops/${shop.id}/stock`)
        await desk.page.getByText('夜灯').waitFor()
        expect(await desk.page.getByRole('button', { name: '调整' }).count()).toBe(0)
        await desk.page.goto(`/console/shops/${shop.id}/goods/${lamp.id}`)
        await desk.page.getByText('不能修改').waitFor()
        expect(await desk.page.getByLabel('标题').isDisabled()).toBe(true)
        expect(await barriers(desk.page)).toEqual([])
        expect(counter.troubles).toEqual([])
        await counter.close()
        await desk.close()
    })

    test('a brand applies for its store, an operator lets it in, and the wizard leads there', async () => {
        const owner = await town.person('林记')
        await boss.does('PUT', `/v1/users/${owner.id}/official`, { brand: '林记', reason: '资料齐全' })
        const name = `林记旗舰店 ${profile}`
        const counter = await town.look({ profile }, owner)
        await counter.page.goto('/console/open-shop')
        await counter.page.getByRole('button', { name: /^品牌旗舰店/ }).click()
        await counter.page.getByLabel('店名').fill(name)
        await counter.page.getByLabel('所在城市').fill('上海')
        await counter.page.getByLabel('公司名称').fill('林氏化妆品有限公司')
        await counter.page.getByLabel('统一社会信用代码').fill('91350100M000100Y43')
        expect(await barriers(counter.page)).toEqual([])
        const waits = counter.page.getByText('平台审核后')
        await until('the setting is taken up', async () => {
            if (!(await waits.isVisible())) await counter.page.getByRole('button', { name: '提交申请' }).click()
            return waits.isVisible()
        })

        const desk = await town.look({ profile }, boss)
        await desk.page.goto('/console/operator/applications')
        await desk.page.getByText(name).waitFor()
        await desk.page.getByRole('button', { name: '通过' }).last().click()
        await desk.page.getByRole('dialog').getByRole('textbox').fill('资料齐全')
        await desk.page.getByRole('dialog').getByRole('button', { name: '通过' }).click()
        await desk.page.getByRole('dialog').waitFor({ state: 'hidden' })

        await counter.page.reload()
        await counter.page.getByRole('button', { name: '进入店铺' }).click()
        await counter.page.waitForURL(/\/console\/shops\/shp_\w+$/)
        expect(desk.troubles).toEqual([])
        await counter.close()
        await desk.close()
    })

    test('a moderator sees what is reported, by whom and why, and hides it with a reason', async () => {
        const author = await town.person('作者')
        const reader = await town.person('读者')
        const judge = await town.person('版主')
        await boss.does('POST', `/v1/users/${judge.id}/roles/moderator/grant`, { reason: '值班' })
        const note = await author.writes(`加微信领券 ${profile}`, '群里每天发福利')
        const comment = (await author.does<{ id: string }>('POST', `/v1/notes/${note}/comments`, { text: `先到先得 ${profile}` })).id
        for (const subject of [note, comment]) await reader.does('POST', '/v1/reports', { subject, reason: 'spam', text: '到处都是' })
        const desk = await town.look({ profile }, judge)
        await desk.page.goto('/console/operator/reports')
        const row = desk.page.getByRole('row').filter({ hasText: `加微信领券 ${profile}` })
        await row.getByText('群里每天发福利').waitFor()
        expect(await row.getByRole('img').count()).toBe(2)
        await row.getByRole('link', { name: '作者' }).waitFor()
        await row.getByRole('link', { name: '读者' }).waitFor()
        await desk.page.getByRole('row').filter({ hasText: `先到先得 ${profile}` }).getByRole('link', { name: '所在的笔记' }).waitFor()
        expect(await barriers(desk.page)).toEqual([])
        await row.getByRole('button', { name: '隐藏' }).click()
        await desk.page.getByRole('dialog').getByRole('textbox').fill('站外引流')
        await desk.page.getByRole('dialog').getByRole('button', { name: '隐藏' }).click()
        await row.waitFor({ state: 'detached' })
        await until('the note is hidden', async () => (await fetch(`${town.url}/v1/notes/${note}`)).status === 404)
        expect(desk.troubles).toEqual([])
        await desk.close()
    })
})
