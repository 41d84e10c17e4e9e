// What an operator sees and decides of discovery: the ladder, its policies, odd engagement, picks, synonyms; the selection board that
// creators share; and the card of a brand that anybody may look at.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ExposureLine, ExposureLines } from '@meadow/api'
import { barriers } from '../support/accessible'
import { Shop } from '../support/shop'
import { type Person, type Profile, Town } from '../support/town'
import { succeeds } from '../support/until'

let town: Town
let boss: Person
beforeAll(async () => {
    town = await Town.open()
    boss = await town.operator()
})
afterAll(() => town.close())

// Readers who open their Discover; some of them open what they find.
async function readers(count: number): Promise<void> {
    for (let n = 0; n < count; n++) {
        const reader = await town.person('读者')
        const { items } = await reader.does<{ items: { id: string }[] }>('GET', '/v1/feed/discover?limit=10')
        const answers = items.slice(0, n % 3).map((note, i) => ({ event: `opened-${reader.id}-${i}`.slice(-40), note: note.id, answer: 'click' }))
        if (answers.length > 0) await reader.does('POST', '/v1/feed/answers', { answers })
    }
}
interface Policies {
    in_force: number
    on_trial?: number
    items: { version: number; readers_share: number; numbers: { name: string; value: number }[] }[]
}
const policies = () => boss.does<Policies>('GET', '/v1/operator/policies')

describe.each<Profile>(['phone', 'desktop'])('on a %s', (profile) => {
    test('a brand’s account is marked with a reason, and its card tells anybody what its notes came to', async () => {
        const brand = await town.person('山野')
        const fan = await town.person('路人')
        const note = await brand.writes('新的露营灯')
        await fan.does('PUT', `/v1/notes/${note}/like`)
        await fan.does('PUT', `/v1/users/${brand.id}/follow`)
        const desk = await town.look({ profile }, boss)
        await desk.page.goto(`/console/operator/find?q=${brand.id}`)
        await desk.page.getByRole('button', { name: '角色' }).click()
        const dialog = desk.page.getByRole('dialog')
        await dialog.getByLabel('操作').selectOption({ label: '认证为品牌账号' })
        await dialog.getByLabel('品牌').fill('山野户外')
        await dialog.getByLabel('理由').fill('商标证已核对')
        expect(await barriers(desk.page)).toEqual([])
        await dialog.getByRole('button', { name: '保存' }).click()
        await desk.page.getByText('已完成，已记入审计日志').waitFor()
        await desk.page.goto(`/console/operator/audit?subject=${brand.id}`)
        await desk.page.getByText('商标证已核对').waitFor()

        const guest = await town.look({ profile })
        await guest.page.goto(`/users/${brand.id}`)
        const card = guest.page.locator('section', { has: guest.page.getByRole('heading', { name: '公开互动数据' }) })
        await card.getByRole('row', { name: '粉丝' }).getByText('1', { exact: true }).first().waitFor()
        await card.getByRole('row', { name: '公开笔记' }).waitFor()
        expect(await barriers(guest.page)).toEqual([])
        expect([...desk.troubles, ...guest.troubles]).toEqual([])
        await desk.close()
        await guest.close()
    })

    test('a creator reads on the selection board what the community warms to, and takes it along as CSV', async () => {
        const creator = await town.person('达人')
        const shop = await Shop.open(await town.person('店主'), '升温')
        const rope = await shop.sells(`发光跳绳 ${profile}`, { price: 4900, stock: 9 })
        await (await town.person('作者甲')).writes('夜里也能跳', '好看', [rope.id])
        await (await town.person('作者乙')).writes('孩子很喜欢', '结实', [rope.id])
        const stranger = await town.look({ profile }, creator)
        await stranger.page.goto('/console/creator/selection')
        await stranger.page.getByText('这里什么也没有').waitFor() // not a creator yet
        await boss.does('POST', `/v1/users/${creator.id}/roles/creator/grant`, { reason: '稳定产出' })
        await succeeds(async () => {
            const { items } = await boss.does<{ items: { title: string; mentions: number }[] }>('GET', '/v1/selection')
            if (items.find((row) => row.title === rope.title)?.mentions !== 2) throw new Error('not heard yet')
        })
        await stranger.page.goto('/console/creator/selection')
        const row = stranger.page.getByRole('row', { name: rope.title })
        await row.getByText('10%').waitFor()
        await row.getByText('¥49').waitFor()
        const [file] = await Promise.all([stranger.page.waitForEvent('download'), stranger.page.getByRole('button', { name: '导出 CSV' }).click()])
        expect(readFileSync(await file.path(), 'utf8')).toContain(rope.title)
        expect(await barriers(stranger.page)).toEqual([])
        expect(stranger.troubles).toEqual([])
        await stranger.close()
    })

    test('the ladder tells who waits for their trial, by name, and how evenly impressions are spread', async () => {
        await (await town.person('新人')).writes('第一次发笔记', '请多关照 #新人')
        await readers(2)
        const desk = await town.look({ profile }, boss)
        const { page } = desk
        await succeeds(async () => {
            const { waiting, impressions } = await boss.does<{ waiting: number; impressions: number }>('GET', '/v1/operator/ladder')
            if (waiting === 0 || impressions === 0) throw new Error('not told yet')
        })
        await page.goto('/console/operator/ladder')
        await page.getByRole('table', { name: '各话题的队列' }).getByText('#新人').waitFor()
        await page.getByText('曝光基尼系数').waitFor()
        await page.getByRole('button', { name: '刷新' }).click()
        await page.getByText('#新人').waitFor()
        expect(await barriers(page)).toEqual([])
        expect(desk.troubles).toEqual([])
        await desk.close()
    })

    test('what was shown and what came of it is told by surface and by place, each rate with its interval', async () => {
        const desk = await town.look({ profile }, boss)
        const { page } = desk
        await page.goto('/console/operator/ladder')
        await page.getByText('还没有完整的一天').waitFor()   // this town is younger than a day, so the days are made up
        const rate = (value: number) => ({ value, low: value * 0.8, high: value * 1.2 })
        const sums = { reads: 60, likes: 3, collects: 0, comments: 0, shares: 0, follows: 0, carts: 0, orders: 0, expected: 140, weight: 0, weighted_opens: 0 }
        await page.route('**/v1/operator/exposure?*', async (asked) => {
            const by = new URL(asked.request().url()).searchParams.get('by')
            const lines: ExposureLine[] = by === 'slot' ? [{ ...sums, slot: 1, shown: 600, guests: 0, opened: 120, answered: 4, hides: 1, open_rate: rate(0.2), answer_rate: rate(0.0067), hide_rate: rate(0.0017) }]
                : [{ ...sums, surface: 'discover', shown: 1000, guests: 80, opened: 150, answered: 12, hides: 2, open_rate: rate(0.15), answer_rate: rate(0.012), hide_rate: rate(0.002) }, { ...sums, surface: 'link', shown: 0, guests: 0, opened: 9, answered: 0, hides: 0 }]
            await asked.fulfill({ json: { items: lines, until: '2030-11-11T00:00:00.000Z', design_effect: 1.4 } satisfies ExposureLines })
        })
        await page.reload()
        const table = page.getByRole('table', { name: '曝光与反应' })
        await table.getByRole('row', { name: '发现' }).getByText('15.0% (12.0% – 18.0%)').waitFor()
        await table.getByRole('row', { name: '没有对应的页面' }).waitFor()
        expect(await barriers(page)).toEqual([])
        await page.getByRole('link', { name: '位置', exact: true }).click()
        await table.getByRole('row', { name: '第 1 位' }).getByText('20.0% (16.0% – 24.0%)').waitFor()
        expect(desk.troubles).toEqual([])
        await desk.close()
    })

    test('numbers are tried with some of the readers, compared side by side, and adopted for all', async () => {
        const author = await town.person('作者')
        for (const title of ['晨跑', '夜跑', '雨跑']) await author.writes(`${title} ${profile}`)
        const desk = await town.look({ profile }, boss)
        const { page } = desk
        await page.goto('/console/operator/policies')
        await page.getByRole('button', { name: '改数字' }).click()
        const dialog = page.getByRole('dialog')
        await dialog.getByText('先给一部分读者试用').click()
        await dialog.getByLabel('读者比例').fill('50')
        await dialog.getByLabel('第 1 个数字').selectOption({ label: '每重复一次话题乘以' })
        await dialog.getByLabel('第 1 个值').fill(profile === 'phone' ? '0.9' : '0.8')
        await dialog.getByLabel('理由').fill('想要更多样')
        expect(await barriers(page)).toEqual([])
        await dialog.getByRole('button', { name: '保存' }).click()
        await page.getByText('试用已开始').waitFor()
        await succeeds(async () => {
            if ((await policies()).on_trial === undefined) throw new Error('not heard yet')
        })
        await readers(12)
        await page.reload()
        await page.getByRole('heading', { name: '并排试用：50% 的读者' }).waitFor()
        const compared = page.getByRole('table', { name: '两版结果' })
        await compared.getByRole('row', { name: '点击率' }).waitFor()
        await page.getByText('页面怎么拼').click()
        await page.getByRole('row', { name: 'repeated_topic' }).getByText(profile === 'phone' ? '0.9' : '0.8', { exact: true }).waitFor()
        expect(await barriers(page)).toEqual([])
        await page.getByRole('button', { name: '对所有人生效' }).click()
        await page.getByRole('dialog').getByRole('textbox').fill('没有更差，更多样')
        await page.getByRole('dialog').getByRole('button', { name: '对所有人生效' }).click()
        await page.getByText('新版本已生效').waitFor()
        await succeeds(async () => {
            const now = await policies()
            if (now.on_trial !== undefined || now.in_force !== now.items[0]?.version) throw new Error('not heard yet')
        })
        const { items } = await policies()
        expect(items[0]?.readers_share).toBe(1)
        expect(items[0]?.numbers).toContainEqual({ name: 'repeated_topic', value: profile === 'phone' ? 0.9 : 0.8 })
        expect(desk.troubles).toEqual([])
        await desk.close()
    })

    test('a trial that convinces nobody ends, and every number is what it was', async () => {
        const before = (await policies()).items[0]
        await boss.does('POST', '/v1/operator/policies', { changes: [{ name: 'sold_out', value: 0.1 }, { name: 'readers_share', value: 0.2 }], reason: '售罄再靠后' })
        await succeeds(async () => {
            if ((await policies()).on_trial === undefined) throw new Error('not heard yet')
        })
        const desk = await town.look({ profile }, boss)
        const { page } = desk
        await page.goto('/console/operator/policies')
        await page.getByRole('button', { name: '结束试用' }).click()
        await page.getByRole('dialog').getByRole('textbox').fill('看不出差别')
        await page.getByRole('dialog').getByRole('button', { name: '结束试用' }).click()
        await page.getByText('试用已结束').waitFor()
        await succeeds(async () => {
            if ((await policies()).on_trial !== undefined) throw new Error('not heard yet')
        })
        const value = (numbers: { name: string; value: number }[] | undefined, name: string) => numbers?.find((one) => one.name === name)?.value
        const after = (await policies()).items[0]
        expect(value(after?.numbers, 'sold_out')).toBe(0.6)
        expect(value(after?.numbers, 'repeated_topic')).toBe(value(before?.numbers, 'repeated_topic'))
        expect(desk.troubles).toEqual([])
        await desk.close()
    })

    test('engagement that looks bought is shown with its evidence, upheld with a reason, and taken back', async () => {
        const note = await (await town.person('作者')).writes(`一夜爆红 ${profile}`)
        await Promise.all(Array.from({ length: 36 }, async () => (await town.person('水军')).does('PUT', `/v1/notes/${note}/like`)))
        await succeeds(async () => {
            const { items } = await boss.does<{ items: { note?: string }[] }>('GET', '/v1/operator/findings?open=true')
            if (!items.some((one) => one.note === note)) throw new Error('not seen yet')
        })
        const desk = await town.look({ profile }, boss)
        const { page } = desk
        await page.goto('/console/operator/findings')
        const row = page.getByRole('row', { name: `一夜爆红 ${profile}` })
        await row.getByText(/一小时 \d+ 次赞/).waitFor()
        expect(await barriers(page)).toEqual([])
        await row.getByRole('button', { name: '成立', exact: true }).click()
        await page.getByRole('dialog').getByRole('textbox').fill('账号都是今天注册的')
        await page.getByRole('dialog').getByRole('button', { name: '成立', exact: true }).click()
        await row.waitFor({ state: 'detached' })
        await page.goto('/console/operator/findings?show=all')
        await row.getByText('不再计入').waitFor()
        await row.getByRole('button', { name: '不成立' }).click()
        await page.getByRole('dialog').getByRole('textbox').fill('一个班一起读的')
        await page.getByRole('dialog').getByRole('button', { name: '不成立' }).click()
        await row.getByText('已撤销').waitFor()
        expect(desk.troubles).toEqual([])
        await desk.close()
    })

    test('the editors pick a note, everybody’s Discover may show it, and it is taken down again', async () => {
        const note = await (await town.person('作者')).writes(`值得一看的清晨 ${profile}`)
        const desk = await town.look({ profile }, boss)
        const { page } = desk
        await page.goto('/console/operator/picks')
        await succeeds(async () => {
            const { items } = await boss.does<{ items: { id: string }[] }>('GET', `/v1/search/notes?q=${encodeURIComponent(`值得一看的清晨 ${profile}`)}`)
            if (!items.some((one) => one.id === note)) throw new Error('not indexed yet')
        })
        await page.getByRole('searchbox').fill(`值得一看的清晨 ${profile}`)
        await page.getByRole('button', { name: '查找' }).click()
        const found = page.getByRole('listitem').filter({ hasText: `值得一看的清晨 ${profile}` })
        await found.getByRole('button', { name: '推荐', exact: true }).click()
        const row = page.getByRole('row', { name: `值得一看的清晨 ${profile}` })
        await row.waitFor()
        expect(await barriers(page)).toEqual([])
        await row.getByRole('button', { name: '撤下' }).click()
        await page.getByRole('dialog').getByRole('button', { name: '撤下' }).click()
        await row.waitFor({ state: 'detached' })
        expect(desk.troubles).toEqual([])
        await desk.close()
    })

    test('two words are said to be the same, search takes them so, and the pair is refused again', async () => {
        const word = profile === 'phone' ? '折叠单车' : '露营推车'
        const other = profile === 'phone' ? '小折' : '营地拖车'
        const note = await (await town.person('作者')).writes(`周末的${word}`)
        const desk = await town.look({ profile }, boss)
        const { page } = desk
        await page.goto('/console/operator/synonyms')
        await page.getByRole('button', { name: '添加一对' }).click()
        const dialog = page.getByRole('dialog')
        await dialog.getByLabel('一个词', { exact: true }).fill(other)
        await dialog.getByLabel('另一个词').fill(word)
        await dialog.getByLabel('理由').fill('都这么叫')
        expect(await barriers(page)).toEqual([])
        await dialog.getByRole('button', { name: '保存' }).click()
        const row = page.getByRole('row', { name: word })
        await row.getByText('生效').waitFor()
        await succeeds(async () => {
            const { items } = await boss.does<{ items: { id: string }[] }>('GET', `/v1/search/notes?q=${encodeURIComponent(other)}`)
            if (!items.some((one) => one.id === note)) throw new Error('not taken up yet')
        })
        expect(await barriers(page)).toEqual([])
        await row.getByRole('button', { name: '不采用' }).click()
        await page.getByRole('dialog').getByRole('textbox').fill('意思不同')
        await page.getByRole('dialog').getByRole('button', { name: '不采用' }).click()
        await row.getByRole('button', { name: '采用', exact: true }).waitFor()
        expect(desk.troubles).toEqual([])
        await desk.close()
    })
})
