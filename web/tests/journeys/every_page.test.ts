// Every page: nothing axe finds, nothing on the console, nothing wider than the screen, light and dark, in both languages.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from '../support/accessible'
import { atRest } from '../support/atrest'
import { Shop } from '../support/shop'
import { type Person, Town } from '../support/town'

let town: Town
let ada: Person
const places: Record<string, string> = {}
beforeAll(async () => {
    town = await Town.open()
    ada = await town.person('阿达')
    await ada.livesAt('文三路 90 号')
    const shop = await Shop.open(await town.person('店主'), '木与布')
    const lamp = await shop.sells('小夜灯', { price: 5900, stock: 5 })
    const note = await ada.writes('床头终于亮了', '睡前不刺眼 #家居', [lamp.id])
    await ada.does('POST', `/v1/notes/${note}/comments`, { text: '晚上真的舒服' })
    await ada.does('POST', '/v1/cart/lines', { shop: shop.id, sku: lamp.skus[0]?.id, count: 1 })
    const [address] = await ada.does<{ id: string }[]>('GET', '/v1/addresses')
    const order = await ada.does<{ order: string }>('POST', '/v1/orders', { shop: shop.id, lines: [{ sku: lamp.skus[0]?.id, count: 1 }], address: address?.id, expected_total: 5900 })
    const album = await ada.does<{ id: string }>('POST', '/v1/albums', { name: '想要的家', open: true })
    Object.assign(places, {
        note: `/notes/${note}`,
        product: `/products/${lamp.id}`,
        shop: `/shops/${shop.id}`,
        order: `/orders/${shop.id}/${order.order}`,
        review: `/orders/${shop.id}/${order.order}/review`,
        checkout: `/checkout?product=${lamp.id}&sku=${lamp.skus[0]?.id}&count=1`,
        person: `/users/${ada.id}`,
        follows: `/users/${ada.id}/follows`,
        album: `/users/${ada.id}/albums/${album.id}`,
    })
})
afterAll(() => town.close())

const fixed = ['/', '/mall', '/search', '/search?q=床头', '/search?q=小夜灯&in=products', '/search?q=木&in=shops', '/search?q=阿&in=users', '/search?q=家&in=topics', '/search?q=没有这个词&in=products', '/topics/家居', '/sign-in', '/settings', '/settings/account', '/settings/feed', '/me', '/me/wallet', '/publish', '/messages', '/orders', '/cart', '/me/addresses', '/me/profile', '/nowhere-at-all']
const made = ['note', 'product', 'shop', 'order', 'review', 'checkout', 'person', 'follows', 'album']

async function look(name: string, dark: boolean): Promise<void> {
    const window = await town.look({ profile: dark ? 'desktop' : 'phone', dark, locale: dark ? 'en-US' : 'zh-CN' }, name === '/sign-in' ? undefined : ada)
    await window.page.goto(places[name] ?? name)
    await atRest(window.page)
    expect(await barriers(window.page)).toEqual([])
    expect(await window.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    expect(window.troubles).toEqual([])
    await window.close()
}
test.each([...fixed, ...made])('%s can be used by everybody', async (name) => {
    await Promise.all([look(name, false), look(name, true)])
})
