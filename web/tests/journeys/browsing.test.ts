// Reading, talking and finding: what people do before they buy anything.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriers } from '../support/accessible'
import { type Profile, Town } from '../support/town'

let town: Town
beforeAll(async () => {
    town = await Town.open()
})
afterAll(() => town.close())

describe.each<Profile>(['phone', 'desktop'])('on a %s', (profile) => {
    test('back leads to where the reader was', async () => {
        const ada = await town.person('阿达')
        const media = [await ada.uploads()]
        for (let i = 1; i <= 45; i++) await ada.does('POST', '/v1/notes', { title: `散步 ${profile} ${i}`, text: '走走', media })
        const window = await town.look({ profile })
        const { page } = window
        await page.goto('/')
        await page.getByRole('heading', { level: 2 }).first().waitFor()
        for (let i = 0; i < 3; i++) {
            await page.mouse.wheel(0, 500)
            await page.waitForTimeout(120)
        }
        // Wheels are answered a little later; once the page stands still, somebody taps.
        await page.waitForFunction(() => {
            const still = Number(document.body.dataset.top) === scrollY
            document.body.dataset.top = String(scrollY)
            return still
        }, undefined, { polling: 250 })
        // One that stands in the middle of the window.
        const title = await page.evaluate(() => {
            const inside = ({ top, bottom }: DOMRect): boolean => top > 100 && bottom < innerHeight - 100
            return [...document.querySelectorAll<HTMLElement>('article h2')].find((h) => inside(h.getBoundingClientRect()))?.innerText ?? ''
        })
        const before = await page.evaluate(() => scrollY)
        expect(before).toBeGreaterThan(700)
        await page.getByRole('link', { name: title, exact: true }).last().click()
        await page.getByRole('heading', { name: title, level: 1 }).waitFor()
        await page.goBack()
        await page.waitForFunction((y) => Math.abs(scrollY - y) < 4, before)
        await page.getByRole('heading', { name: title, exact: true }).waitFor()
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('the bell rings while the page is open', async () => {
        const ada = await town.person('阿达')
        const bo = await town.person('阿波')
        const note = await ada.writes('今晚的月亮')
        const window = await town.look({ profile }, ada)
        const { page } = window
        await page.goto('/mall')
        const places = page.getByRole('navigation', { name: '主导航' }).locator('visible=true')
        await places.getByRole('link', { name: '消息' }).waitFor()
        await bo.does('PUT', `/v1/notes/${note}/like`)
        await places.getByRole('link', { name: /1/ }).waitFor()
        await bo.does('POST', `/v1/notes/${note}/comments`, { text: '好圆' })
        await places.getByRole('link', { name: /2/ }).waitFor()
        await places.getByRole('link', { name: /消息/ }).click()
        await page.getByText('评论了你的笔记').waitFor()
        await page.getByText('好圆').waitFor()
        expect(await barriers(page)).toEqual([])
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('comments are answered, liked, deleted and reported', async () => {
        const ada = await town.person('阿达')
        const bo = await town.person('阿波')
        const note = await ada.writes('新书架')
        await ada.does('POST', `/v1/notes/${note}/comments`, { text: '板子哪里买的？' })
        const window = await town.look({ profile }, bo)
        const { page } = window
        await page.goto(`/notes/${note}`)
        await page.getByRole('button', { name: '回复', exact: true }).click()
        await page.getByPlaceholder('回复 阿达').fill('家具城')
        await page.getByRole('button', { name: '发送' }).click()
        await page.getByText('家具城').waitFor()
        await page.getByRole('button', { name: /赞 阿达 的评论/ }).click()
        await page.getByRole('button', { name: '阿波 的评论：更多' }).click()
        await page.getByRole('button', { name: '删除评论' }).click()
        await page.getByText('家具城').waitFor({ state: 'detached' })
        await page.getByRole('button', { name: '阿达 的评论：更多' }).click()
        await page.getByRole('dialog').getByRole('button', { name: '举报' }).click()
        await page.getByLabel('垃圾信息').check()
        expect(await barriers(page)).toEqual([])
        await page.getByRole('button', { name: '提交举报' }).click()
        await page.getByText('谢谢，我们会尽快查看').waitFor()
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('a note is kept in an album, shared as a poster, and says why it is seen', async () => {
        const ada = await town.person('阿达')
        const note = await ada.writes('阳台改造')
        const window = await town.look({ profile }, await town.person('阿波'))
        const { page } = window
        await page.goto(`/notes/${note}`)
        await page.getByRole('button', { name: /^收藏「/ }).click()
        await page.getByRole('button', { name: '加入专辑' }).click()
        await page.getByPlaceholder('新专辑的名字').fill('想要的家')
        expect(await barriers(page)).toEqual([])
        await page.getByRole('button', { name: '新建' }).click()
        await page.getByText('已放入「想要的家」').waitFor()

        await page.getByRole('button', { name: '分享' }).locator('visible=true').click()
        await page.locator('canvas.painted').waitFor()
        expect(await barriers(page)).toEqual([])
        await page.getByRole('button', { name: '关闭' }).click()

        await page.getByRole('button', { name: '更多', exact: true }).locator('visible=true').click()
        await page.getByText('为什么看到这篇').waitFor()
        expect(await barriers(page)).toEqual([])
        await page.getByRole('button', { name: '关闭' }).click()

        await page.goto('/me')
        await page.getByRole('button', { name: '收藏', exact: true }).click()
        await page.getByRole('link', { name: /想要的家/ }).click()
        await page.getByRole('heading', { name: '阳台改造' }).waitFor()
        expect(window.troubles).toEqual([])
        await window.close()
    })
})
