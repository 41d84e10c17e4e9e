// Every page of the console, seen by each role: nothing axe finds, nothing on the browser's console, nothing wider than the screen, on a
// phone in Chinese and on a dark desktop in English.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriers } from '../support/accessible'
import { atRest } from '../support/atrest'
import { reviewedShop } from '../support/operator'
import { buys, Shop } from '../support/shop'
import { type Person, Town } from '../support/town'
import { succeeds } from '../support/until'

let town: Town
const people: Record<string, Person> = {}
const places: Record<string, string> = {}
beforeAll(async () => {
    town = await Town.open()
    const boss = await town.operator()
    const [owner, author, judge, buyer] = [await town.person('店主'), await town.person('达人'), await town.person('版主'), await town.person('阿波')]
    await boss.does('POST', `/v1/users/${author.id}/roles/creator/grant`, { reason: '稳定产出' })
    await boss.does('POST', `/v1/users/${judge.id}/roles/moderator/grant`, { reason: '值班' })
    const shop = await Shop.open(owner, '木与布')
    const lamp = await shop.sells('小夜灯', { price: 5900, stock: 5, sizes: ['小', '大'] })
    const note = await author.writes('床头终于亮了', '睡前不刺眼 #家居', [lamp.id])
    await buyer.livesAt('文三路 90 号')
    const order = await buys(buyer, lamp)
    const { handle } = await author.does<{ handle: string }>('GET', '/v1/me')
    await owner.does('POST', `/v1/shops/${shop.id}/offers`, { product: lamp.id, handle, rate: 2000, words: '一起卖灯' })
    // What waits on the operator's desk: goods to review, a report, something hidden, a pick, a pair of words, numbers on trial.
    const pop = await reviewedShop(town, boss)
    const stall = new Shop(pop.owner, pop.shop)
    const proposed = await stall.sells('口红', { price: 9900, stock: 0 })
    await buyer.does('POST', '/v1/reports', { subject: note, reason: 'undisclosed_advert', text: '像广告' })
    const spam = await buyer.writes('加微信领福利')
    await boss.does('POST', '/v1/verdicts', { subject: spam, decision: 'hide', reason: '广告' })
    await boss.does('PUT', `/v1/operator/picks/${note}`, { hours: 24 })
    await boss.does('PUT', '/v1/operator/synonyms', { words: '夜灯', other: '床头灯', active: true, reason: '都这么叫' })
    await boss.does('POST', '/v1/operator/policies', { changes: [{ name: 'sold_out', value: 0.5 }, { name: 'readers_share', value: 0.5 }], reason: '想要更多样' })
    await succeeds(async () => {
        if ((await boss.does<{ on_trial?: number }>('GET', '/v1/operator/policies')).on_trial === undefined) throw new Error('not heard yet')
    })
    for (let n = 0; n < 6; n++) await (await town.person('读者')).does('GET', '/v1/feed/discover')
    Object.assign(people, { boss, owner, author, judge })
    Object.assign(places, { shop: `/shops/${shop.id}`, order: `/shops/${shop.id}/orders/${order}`, product: `/shops/${shop.id}/goods/${lamp.id}`, proposal: `/operator/goods/${proposed.id}` })
})
afterAll(() => town.close())

const pages: Record<string, string[]> = {
    guest: ['/sign-in', '/first-operator', '/nowhere-at-all'],
    owner: [
        'shop', 'shop/orders', 'order', 'shop/shipping', 'shop/refunds', 'shop/goods', 'shop/goods/new', 'product', 'shop/stock', 'shop/stock?view=journal', 'shop/reviews', 'shop/note-sales', 'shop/note-sales?by=author', 'shop/offers', 'shop/funds',
        'shop/staff', 'shop/log', 'shop/settings', '/open-shop',
    ],
    author: ['/', '/creator/notes', '/creator/earnings', '/creator/offers', '/creator/selection'],
    judge: ['/operator/reports', '/operator/find?q=夜灯', '/operator/hidden'],
    boss: [
        '/operator', '/operator/goods', 'proposal', '/operator/applications', '/operator/reports', '/operator/disputes', '/operator/findings', '/operator/find?q=夜灯', '/operator/hidden', '/operator/hidden?kind=review', '/operator/ladder', '/operator/policies', '/operator/picks', '/operator/selection',
        '/operator/synonyms', '/operator/operations', '/operator/operations?view=timers', '/operator/metrics', '/operator/payments', '/operator/backups', '/operator/settings', '/operator/audit', '/operator/sandboxes', '/operator/sandboxes?view=carrier', '/operator/mailbox',
    ],
}
const addressOf = (name: string) => '/console' + (name.startsWith('/') ? name : name.replace(/^\w+/, (place) => places[place] ?? place))

async function look(role: string, name: string, dark: boolean): Promise<void> {
    const window = await town.look({ profile: dark ? 'desktop' : 'phone', dark, locale: dark ? 'en-US' : 'zh-CN' }, people[role])
    await window.page.goto(addressOf(name))
    await atRest(window.page)
    expect(await barriers(window.page)).toEqual([])
    expect(await window.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    expect(window.troubles).toEqual([])
    await window.close()
}
describe.each(Object.entries(pages))('as %s', (role, names) => {
    test.each(names)('%s can be used by everybody', async (name) => {
        await Promise.all([look(role, name, false), look(role, name, true)])
    })
})
