// Finding: what is typed, what was meant, of which kind, in which order, within which limits.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriers } from '../support/accessible'
import { Shop } from '../support/shop'
import { type Profile, Town } from '../support/town'
import { until } from '../support/until'

let town: Town
beforeAll(async () => {
    town = await Town.open()
    const ada = await town.person('阿达')
    await ada.writes('北海道的初雪', '踩上去咯吱响 #冬天')
    await ada.writes('冬天的围巾', '在初雪那天戴上它')
    const shop = await Shop.open(await town.person('店主'), '雪山杂货')
    await shop.sells('羊毛围巾', { price: 19900, stock: 5 })
    await shop.sells('羊绒围巾', { price: 69900, stock: 5 })
    await shop.sells('棉围巾', { price: 4900, stock: 0 })
    await found('/v1/search/products?q=围巾', 3)
    await found('/v1/search/notes?q=初雪', 2)
    await found('/v1/search/topics?q=冬天', 1)
    await found('/v1/search/shops?q=雪山', 1)
})
afterAll(() => town.close())

// Search hears of what is new a moment later.
async function found(path: string, least: number): Promise<void> {
    await until(`${least} found by ${path}`, async () => {
        const { items, instead } = (await (await fetch(town.url + encodeURI(path))).json()) as { items: unknown[]; instead?: boolean }
        return !instead && items.length >= least
    })
}
const goods = (page: Page) => page.locator('.product .title')

describe.each<Profile>(['phone', 'desktop'])('on a %s', (profile) => {
    test('search finds in Chinese, marks what matched in title and text, and remembers', async () => {
        const window = await town.look({ profile })
        const { page } = window
        await page.goto('/search')
        await page.getByRole('searchbox').fill('初雪')
        await page.keyboard.press('Enter')
        await page.getByRole('heading', { name: '北海道的初雪' }).locator('mark', { hasText: '初雪' }).waitFor()
        await page.locator('.excerpt mark', { hasText: '初雪' }).waitFor()
        expect(await barriers(page)).toEqual([])
        await page.getByRole('navigation', { name: '结果类型' }).getByRole('link', { name: '用户' }).click()
        await page.getByText('没有找到相关内容').waitFor()
        await page.getByRole('link', { name: '去「笔记」里看看' }).click()
        await page.getByRole('heading', { name: '北海道的初雪' }).waitFor()

        await page.goto('/search')
        await page.getByRole('searchbox').fill('初')
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('Enter') // what was searched before
        await page.waitForURL(/q=%E5%88%9D%E9%9B%AA/)
        await page.getByRole('heading', { name: '北海道的初雪' }).waitFor()

        await page.goto('/search')
        await page.getByRole('link', { name: '初雪', exact: true }).waitFor()
        await page.getByRole('button', { name: '管理' }).click()
        await page.getByRole('button', { name: '删除「初雪」' }).click()
        await page.getByRole('button', { name: '删除「初雪」' }).waitFor({ state: 'detached' })
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('products are put in order and chosen from; the address keeps the choice, and so does "back"', async () => {
        const window = await town.look({ profile }, await town.person('阿波'))
        const { page } = window
        await page.goto('/search?q=围巾&in=products')
        await goods(page).first().waitFor()
        await page.getByRole('button', { name: '价格', exact: true }).click()
        await expect.poll(() => goods(page).allInnerTexts()).toEqual(['棉围巾', '羊毛围巾', '羊绒围巾'])
        await page.getByRole('button', { name: '价格从低到高' }).click()
        await expect.poll(() => goods(page).allInnerTexts()).toEqual(['羊绒围巾', '羊毛围巾', '棉围巾'])

        await page.getByRole('button', { name: '筛选' }).first().click()
        const sheet = page.getByRole('dialog', { name: '筛选' })
        await sheet.getByRole('button', { name: /有货 2/ }).click()
        await sheet.getByRole('button', { name: /¥200 以|¥100 – ¥200|¥50 – ¥200/ }).first().click()
        expect(await barriers(page)).toEqual([])
        await sheet.getByRole('button', { name: '查看结果' }).click()
        await expect.poll(() => goods(page).allInnerTexts()).toEqual(['羊毛围巾'])

        const chosen = page.waitForResponse((response) => response.url().endsWith('/v1/search/choices'))
        await goods(page).first().click()
        expect((await chosen).ok()).toBe(true)
        await page.getByRole('heading', { name: '羊毛围巾', level: 1 }).waitFor()
        await page.goBack()
        await expect.poll(() => goods(page).allInnerTexts()).toEqual(['羊毛围巾'])
        await page.reload()
        await expect.poll(() => goods(page).allInnerTexts()).toEqual(['羊毛围巾'])
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('shops and topics are found by name; what nothing answers is said, with a way on', async () => {
        const window = await town.look({ profile })
        const { page } = window
        await page.goto('/search?q=雪山')
        const kinds = page.getByRole('navigation', { name: '结果类型' })
        await kinds.getByRole('link', { name: '店铺' }).click()
        await page.getByRole('list', { name: '店铺' }).getByRole('link', { name: /雪山杂货/ }).waitFor()
        await page.goto('/search?q=冬天&in=topics')
        await page.getByRole('list', { name: '话题' }).getByRole('link', { name: /冬天 1 篇笔记/ }).click()
        await page.getByRole('heading', { name: '#冬天', level: 1 }).waitFor()
        await page.getByRole('heading', { name: '北海道的初雪' }).waitFor()
        expect(await barriers(page)).toEqual([])
        await page.goto('/search?q=哐当哐当')
        await page.getByText('没有找到相关的笔记，先看看大家刚写的').waitFor()
        await kinds.getByRole('link', { name: '商品' }).click()
        await page.getByText('没有找到相关的商品，先看看刚上架的').waitFor()
        await kinds.getByRole('link', { name: '话题' }).click()
        await page.getByText('没有找到相关内容').waitFor()
        await page.getByRole('link', { name: '去发现看看' }).waitFor()
        expect(window.troubles).toEqual([])
        await window.close()
    })
})
