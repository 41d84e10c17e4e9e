// Discover: every card says why it is there and can be told no, nothing comes twice, the reader's wishes hold at once, authors see how
// their notes fare, and the last feed can be read without a network.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriers } from '../support/accessible'
import { type Person, type Profile, Town } from '../support/town'
import { until } from '../support/until'

let town: Town
const authors: Person[] = []
beforeAll(async () => {
    town = await Town.open()
    // More authors than notes of each: a page has few of the same hand.
    for (let a = 0; a < 12; a++) {
        const author = await town.person(`作者${a}`)
        const media = [await author.uploads([40 + a * 15, 120, 150])]
        for (let n = 0; n < 3; n++) await author.does('POST', '/v1/notes', { title: `手记 ${a}-${n}`, text: '今天 #散步', media })
        authors.push(author)
    }
    await known(36)
})
afterAll(() => town.close())

interface Shown {
    items: { id: string; title: string }[]
    personal: boolean
}
// The engine has heard of so many notes.
async function known(least: number): Promise<void> {
    const guest = async (): Promise<number> => ((await (await fetch(town.url + '/v1/feed/discover?limit=40')).json()) as Shown).items.length
    for (let turn = 0; turn < 100; turn++) {
        if ((await guest()) >= least) return
        await new Promise((wait) => setTimeout(wait, 100))
    }
    throw new Error(`the engine does not know ${least} notes`)
}
async function keptForOffline(page: Page): Promise<void> {
    const kept = (): Promise<boolean> =>
        page.evaluate(async () => {
            const paths = (await (await caches.open('meadow-shell-1')).keys()).map((request) => new URL(request.url).pathname)
            return navigator.serviceWorker.controller !== null && paths.includes('/') && paths.some((path) => path.startsWith('/assets/'))
        })
    for (let turn = 0; turn < 200; turn++) {
        if (await kept()) return
        await page.waitForTimeout(100)
    }
    throw new Error('nothing is kept for offline')
}
const cards = (page: Page) => page.locator('article:not(.gone) h2')
async function titles(page: Page): Promise<string[]> {
    await cards(page).first().waitFor()
    return cards(page).allInnerTexts()
}

describe.each<Profile>(['phone', 'desktop'])('on a %s', (profile) => {
    test('every card says why it is there; one that is not wanted goes, comes back when asked, and stays away', async () => {
        const window = await town.look({ profile }, await town.person('阿波'))
        const { page } = window
        await page.goto('/')
        const [first = '', second = ''] = await titles(page)
        const whys = page.getByRole('button', { name: /^为什么看到「/ })
        expect(await whys.count()).toBe(await cards(page).count())

        await page.getByRole('button', { name: `为什么看到「${first}」` }).click()
        const sheet = page.getByRole('dialog', { name: '为什么看到这篇？' })
        await sheet.getByText(/每篇笔记都会先给一小批人看看|随机抽中|反响比平常好|最近发布/).waitFor()
        expect(await barriers(page)).toEqual([])
        await sheet.getByRole('button', { name: '不感兴趣' }).click()
        await page.getByRole('heading', { name: first, exact: true }).waitFor({ state: 'hidden' })
        await page.getByRole('button', { name: `撤销：重新显示「${first}」` }).click()
        await page.getByRole('heading', { name: first, exact: true }).waitFor()

        const told = page.waitForResponse((response) => response.url().includes('/v1/me/hidden/notes/') && response.request().method() === 'PUT')
        await page.getByRole('button', { name: `为什么看到「${second}」` }).click()
        await sheet.getByRole('button', { name: '不感兴趣' }).click()
        expect((await told).ok()).toBe(true)
        await page.goto('/settings/feed')
        await page.getByRole('button', { name: `恢复显示：${second}` }).click()
        await page.getByRole('button', { name: `恢复显示：${second}` }).waitFor({ state: 'detached' })

        await page.goto('/')
        const [third = ''] = await titles(page)
        await page.getByRole('button', { name: `为什么看到「${third}」` }).click()
        await sheet.getByRole('button', { name: '少看「散步」' }).click()
        await page.getByText('不再推荐「散步」的笔记').waitFor()
        await page.goto('/settings/feed')
        await page.getByRole('button', { name: '恢复显示：#散步' }).click()
        await page.getByRole('button', { name: '恢复显示：#散步' }).waitFor({ state: 'detached' })
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('what was shown does not come again, and who has read it all is told so', async () => {
        const reader = await town.person('阿波')
        const window = await town.look({ profile }, reader)
        const { page } = window
        await page.goto('/')
        const before = new Set(await titles(page))
        await page.reload()
        for (const title of await titles(page)) expect(before.has(title)).toBe(false)
        for (let turn = 0; turn < 20; turn++) if ((await reader.does<Shown>('GET', '/v1/feed/discover?limit=40')).items.length === 0) break
        await page.reload()
        await page.getByText('新的都看完了').waitFor()
        expect(await barriers(page)).toEqual([])
        await page.getByRole('heading', { name: '手记 11-2' }).waitFor()
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('what a reader opened is told to the engine, and personal choice is switched off at once', async () => {
        const reader = await town.person('阿波')
        const window = await town.look({ profile }, reader)
        const { page } = window
        await page.goto('/')
        const [first = ''] = await titles(page)
        const told = page.waitForResponse((response) => response.url().endsWith('/v1/feed/answers'))
        await page.getByRole('heading', { name: first, exact: true }).click()
        await page.getByRole('heading', { name: first, level: 1 }).waitFor()
        expect((await (await told).json()) as unknown).toEqual({ recorded: 1 })
        // How long they stayed goes with what is told next.
        await page.goBack()
        const left = page.waitForRequest((request) => request.url().endsWith('/v1/feed/answers'))
        await cards(page).nth(1).click()
        const { answers } = (await left).postDataJSON() as { answers: { answer: string; dwell_ms?: number; surface?: string; slot?: number }[] }
        expect(answers.map((one) => one.answer)).toEqual(['read', 'click'])
        expect(answers[0]?.dwell_ms).toBeGreaterThan(0)
        for (const one of answers) expect(one).toMatchObject({ surface: 'discover', slot: expect.any(Number) as number })
        // Elsewhere they say where as well.
        const elsewhere = page.waitForResponse((response) => response.url().endsWith('/v1/feed/answers') && (response.request().postData() ?? '').includes('"topic"'))
        await page.goto('/topics/' + encodeURIComponent('散步'))
        await cards(page).first().click()
        expect((await elsewhere).status()).toBe(200)

        await page.goto('/settings')
        await page.getByRole('link', { name: /推荐偏好/ }).click()
        await page.getByRole('switch', { name: '个性化推荐', checked: true }).click()
        await page.getByRole('switch', { name: '个性化推荐', checked: false }).waitFor()
        await page.getByRole('button', { name: '露营' }).click()
        await page.getByRole('button', { name: '不再选「露营」' }).waitFor()
        expect(await barriers(page)).toEqual([])
        // From now on the page is the one that anybody gets.
        const common = ((await (await fetch(town.url + '/v1/feed/discover')).json()) as Shown).items.map((n) => n.id)
        const mine = await reader.does<Shown>('GET', '/v1/feed/discover')
        expect(mine.personal).toBe(false)
        expect(mine.items.map((n) => n.id)).toEqual(common)
        await page.reload()
        await page.getByRole('switch', { name: '个性化推荐', checked: false }).waitFor()
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('what somebody searched for is on their next page, which says so', async () => {
        const reader = await town.person('阿波')
        await until('the search counts', async () => {
            await reader.does('GET', `/v1/search/notes?q=${encodeURIComponent('手记 5-2')}`)
            return (await reader.does<{ items: { searched: boolean }[] }>('GET', '/v1/me/interests')).items.some((one) => one.searched)
        })
        const window = await town.look({ profile }, reader)
        const { page } = window
        await page.goto('/')
        await page.getByRole('button', { name: '为什么看到「手记 5-2」' }).click()
        await page.getByRole('dialog', { name: '为什么看到这篇？' }).getByText('你最近搜过它').waitFor()
        await page.goto('/settings/feed')
        await page.getByText('最近搜过').waitFor()
        expect(await barriers(page)).toEqual([])
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('what the feed believes somebody likes is looked at, paused and deleted', async () => {
        const window = await town.look({ profile }, await town.person('阿波'))
        const { page } = window
        await page.goto('/settings/feed')
        await page.getByText('还没有记录任何兴趣').waitFor()
        await page.getByRole('textbox', { name: '其他话题' }).fill('散步')
        await page.getByRole('button', { name: '添加', exact: true }).click()
        await page.getByRole('button', { name: '不再选「散步」' }).waitFor()
        // The engine hears of it a moment later.
        await expect
            .poll(async () => {
                await page.reload()
                await page.getByRole('heading', { name: '我的兴趣' }).waitFor()
                await page.waitForTimeout(200)
                return page.getByRole('button', { name: '暂停「散步」' }).count()
            }, { timeout: 30_000 })
            .toBe(1)
        await page.getByRole('button', { name: '暂停「散步」' }).click()
        await page.getByText('已暂停，不参与推荐').waitFor()
        expect(await barriers(page)).toEqual([])
        await page.getByRole('button', { name: '恢复「散步」' }).click()
        await page.getByRole('button', { name: '删除「散步」' }).click()
        await page.getByRole('button', { name: '不再选「散步」' }).waitFor({ state: 'detached' })
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('an author reads on the own note how it fares, and nobody else does', async () => {
        const [author] = authors
        if (!author) throw new Error('no author')
        const { items } = await author.does<{ items: { id: string }[] }>('GET', '/v1/me/notes')
        const note = items[0]?.id ?? ''
        const window = await town.look({ profile }, author)
        await window.page.goto(`/notes/${note}`)
        await window.page.getByRole('heading', { name: '这篇笔记的试读' }).waitFor()
        await window.page.getByText(/正在试读|位陌生人看过/).first().waitFor()
        expect(await barriers(window.page)).toEqual([])
        expect(window.troubles).toEqual([])
        await window.close()

        const other = await town.look({ profile }, await town.person('阿波'))
        await other.page.goto(`/notes/${note}`)
        await other.page.getByRole('heading', { level: 1 }).waitFor()
        expect(await other.page.getByText('这篇笔记的试读').count()).toBe(0)
        expect(other.troubles).toEqual([])
        await other.close()
    })

    test('without a network the installed shop shows the feed it showed last', async () => {
        const window = await town.look({ profile, installs: true })
        const { page } = window
        await page.goto('/')
        const seen = await titles(page)
        await keptForOffline(page)
        await window.offline(true)
        await page.reload()
        expect(await titles(page)).toEqual(seen)
        await page.getByText('没有网络。这是你上次看到的内容。').waitFor()
        await window.offline(false)
        await page.getByText('没有网络。这是你上次看到的内容。').waitFor({ state: 'detached' })
        await window.close()
    })

    test('notes from around here stand under Nearby, each with how far away it was written', async () => {
        const ada = await town.person('阿达')
        const place = { name: '西湖', latitude: 30.25, longitude: 120.15 }
        const media = [await ada.uploads()]
        await ada.does('POST', '/v1/notes', { title: `湖边的树 ${profile}`, text: '秋天', media, place })
        const window = await town.look({ profile, standsAt: { latitude: 30.26, longitude: 120.16 } })
        const { page } = window
        await page.goto('/')
        await page.getByRole('button', { name: '附近' }).click()
        await page.getByRole('heading', { name: `湖边的树 ${profile}` }).waitFor()
        await page.getByText('1.5 公里').first().waitFor()
        await page.getByRole('button', { name: /^为什么看到「湖边的树/ }).first().click()
        await page.getByText('它写在你附近').waitFor()
        expect(await barriers(page)).toEqual([])
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('under a note stand others that go with it, each says why, and one of them leads on', async () => {
        const window = await town.look({ profile }, await town.person('阿联'))
        const { page } = window
        const [note] = ((await (await fetch(town.url + '/v1/feed/discover?limit=40')).json()) as Shown).items
        const related = page.getByRole('heading', { name: '相关笔记' })
        // A note stands in every list some seconds after it was published.
        await until('notes stand under it', async () => {
            await page.goto(`/notes/${note?.id}`)
            return related.waitFor({ timeout: 2_000 }).then(() => true, () => false)
        })
        const others = await page.locator('section.related article h2').allInnerTexts()
        expect(others.length).toBeGreaterThan(2)
        expect(others).not.toContain(note?.title)
        expect(await barriers(page)).toEqual([])

        const next = others[0] ?? ''
        await page.getByRole('button', { name: `为什么看到「${next}」` }).first().click()
        await page.getByText('它和你正在看的笔记相关').waitFor()
        await page.keyboard.press('Escape')
        await page.getByRole('heading', { name: next, exact: true }).first().click()
        await page.getByRole('heading', { name: next, exact: true, level: 1 }).waitFor()
        await page.goBack()
        await page.getByRole('heading', { name: note?.title, exact: true, level: 1 }).waitFor()
        expect(window.troubles).toEqual([])
        await window.close()
    })
})
