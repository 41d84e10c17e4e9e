// Writing a note: pictures over a bad line, drafts on the device and the server, cutting and ordering, changing it later.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriers } from '../support/accessible'
import { picture } from '../support/picture'
import { Shop } from '../support/shop'
import { until } from '../support/until'
import { type Profile, Town } from '../support/town'

let town: Town
beforeAll(async () => {
    town = await Town.open()
})
afterAll(() => town.close())

const shot = (n: number) => ({ name: `${n}.png`, mimeType: 'image/png', buffer: Buffer.from(picture(640, 480, [70 * n, 120, 150])) })
async function picks(page: Page, count: number): Promise<void> {
    await page.locator('input[type=file]').setInputFiles(Array.from({ length: count }, (_, i) => shot(i + 1)))
}
// A second of film, made by the browser itself.
async function film(page: Page): Promise<Buffer> {
    const bytes = await page.evaluate(async () => {
        const canvas = document.createElement('canvas')
        canvas.width = 240
        canvas.height = 320
        const pen = canvas.getContext('2d')
        const made: Blob[] = []
        const camera = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/mp4' })
        camera.ondataavailable = ({ data }) => made.push(data)
        const ended = new Promise((end) => (camera.onstop = end))
        camera.start()
        for (let frame = 0; frame < 24; frame++) {
            if (pen) pen.fillStyle = `hsl(${frame * 12} 70% 50%)`
            pen?.fillRect(0, 0, 240, 320)
            await new Promise((next) => setTimeout(next, 50))
        }
        camera.stop()
        await ended
        return [...new Uint8Array(await new Blob(made).arrayBuffer())]
    })
    return Buffer.from(bytes)
}
const publishes = (page: Page): Promise<void> => page.getByRole('button', { name: '发布', exact: true }).click()

describe.each<Profile>(['phone', 'desktop'])('on a %s', (profile) => {
    test('a note with pictures, a topic and a product is published and read', async () => {
        const shop = await Shop.open(await town.person('店主'), '豆子铺')
        await shop.sells('埃塞豆 200 克', { price: 8800, stock: 9 })
        const window = await town.look({ profile }, await town.person('阿达'))
        const { page } = window
        await page.goto('/publish')
        await picks(page, 3)
        await page.getByPlaceholder('填个标题').fill('第一次手冲')
        await page.getByPlaceholder('分享你的生活').fill('水温 92 度 #咖啡')
        await page.getByRole('button', { name: '添加商品' }).click()
        await page.getByPlaceholder('搜索商品').fill('埃塞豆')
        await page.getByRole('dialog').getByRole('button', { name: /埃塞豆/ }).first().click()
        // The third picture becomes the cover, after it is cut to a square.
        await page.getByRole('button', { name: '第 3 张图片' }).click()
        await page.getByRole('button', { name: '设为封面' }).click()
        await page.getByRole('button', { name: '裁剪' }).click()
        await page.getByRole('button', { name: '1:1' }).click()
        expect(await barriers(page)).toEqual([])
        await page.getByRole('button', { name: '完成裁剪' }).click()
        await publishes(page)
        await page.getByRole('heading', { name: '第一次手冲' }).waitFor()
        expect(page.url()).toMatch(/\/notes\/nte_/)
        await page.getByRole('button', { name: /埃塞豆/ }).waitFor()
        const note = await (await fetch(`${town.url}/v1/notes/${page.url().split('/').at(-1)}`)).json() as { media: { width: number; height: number }[] }
        expect(note.media).toHaveLength(3)
        expect(note.media[0]?.width).toBe(note.media[0]?.height)
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('topics and people are offered while they are typed', async () => {
        const friend = await town.person(`小林${profile}`)
        const topic = `胶片日记${profile}`
        await friend.writes('街拍', `出门 #${topic}`)
        await until('search knows both', async () => {
            const found = await Promise.all([`topics?q=${topic}`, `users?q=${friend.name}`].map((what) => friend.does<{ items: unknown[] }>('GET', encodeURI(`/v1/search/${what}`))))
            return found.every(({ items }) => items.length > 0)
        })
        const { handle } = await friend.does<{ handle: string }>('GET', '/v1/me')
        const window = await town.look({ profile }, await town.person('阿达'))
        const { page } = window
        await page.goto('/publish')
        const text = page.getByPlaceholder('分享你的生活')
        await text.pressSequentially(`#${topic.slice(0, -1)}`)
        await page.getByRole('button', { name: '# ' + topic }).click()
        await text.pressSequentially(`@${friend.name}`)
        await page.getByRole('button', { name: '@ ' + friend.name }).click()
        expect(await text.inputValue()).toBe(`#${topic} @${handle} `)
        expect(await barriers(page)).toEqual([])
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('an upload on a slow line that breaks once arrives by itself', async () => {
        const window = await town.look({ profile }, await town.person('阿达'))
        const { page } = window
        let sent = 0
        await page.route('**/v1/media', async (route) => {
            if (sent++ === 0) return route.abort('connectionreset')
            await new Promise((slow) => setTimeout(slow, 800))
            return route.continue()
        })
        await page.goto('/publish')
        await picks(page, 2)
        await page.getByText('正在上传').waitFor()
        await page.getByPlaceholder('填个标题').fill('断线重来')
        await publishes(page)
        await page.getByRole('heading', { name: '断线重来' }).waitFor()
        expect(sent).toBe(3)
        await window.close()
    })

    test('a video takes a picture of its own along, another one when it is chosen, and stands alone', async () => {
        const window = await town.look({ profile }, await town.person('阿达'))
        const { page } = window
        await page.goto('/publish')
        const file = page.locator('input[type=file]')
        await file.setInputFiles([{ name: 'film.mp4', mimeType: 'video/mp4', buffer: await film(page) }, shot(1)])
        await page.getByText('要么一个视频，要么一组图片').waitFor()
        await page.locator('.wheel').waitFor({ state: 'detached' })
        expect(await file.count()).toBe(0) // nothing goes with it
        await page.getByRole('button', { name: '视频' }).click()
        await page.locator('video.look').evaluate((look: HTMLVideoElement) => new Promise((there) => {
            look.onseeked = there
            look.currentTime = 0.7
        }))
        const again = page.waitForRequest((request) => request.url().includes('/v1/media?cover='))
        await page.getByRole('button', { name: '用这一帧' }).click()
        await again
        await page.getByPlaceholder('填个标题').fill('会动的')
        await publishes(page)
        const shown = page.locator('video.slide')
        await shown.waitFor()
        await shown.evaluate((look: HTMLVideoElement) => ((look.muted = true), look.play()))
        await page.waitForFunction(() => (document.querySelector<HTMLVideoElement>('video.slide')?.currentTime ?? 0) > 0.1)
        expect(await fetch((await shown.getAttribute('poster').then((path) => town.url + path))).then((answer) => answer.status)).toBe(200)
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('what is being written survives a reload, moves to another device as a draft, and is published there', async () => {
        const ada = await town.person('阿达')
        const first = await town.look({ profile }, ada)
        await first.page.goto('/publish')
        await picks(first.page, 1)
        await first.page.getByPlaceholder('填个标题').fill('周末的湖')
        await first.page.locator('.wheel').waitFor({ state: 'detached' })
        await first.page.reload()
        expect(await first.page.getByPlaceholder('填个标题').inputValue()).toBe('周末的湖')
        await first.page.getByRole('button', { name: '第 1 张图片' }).waitFor()
        await first.page.getByRole('button', { name: '存为草稿，稍后继续' }).click()
        await first.page.getByText('草稿已保存').waitFor()
        expect(await first.page.getByPlaceholder('填个标题').inputValue()).toBe('')
        await first.close()

        const second = await town.look({ profile }, ada)
        await second.page.goto('/publish')
        await second.page.getByRole('button', { name: '草稿', exact: true }).click()
        await second.page.getByRole('dialog').getByRole('button', { name: /周末的湖/ }).click()
        await publishes(second.page)
        await second.page.getByRole('heading', { name: '周末的湖' }).waitFor()

        // and changed afterwards
        await second.page.getByRole('button', { name: '更多', exact: true }).locator('visible=true').click()
        await second.page.getByRole('link', { name: '编辑笔记' }).click()
        await second.page.waitForFunction(() => [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].some((one) => one.value.startsWith('周末的湖'))) // the note has come
        await second.page.getByPlaceholder('填个标题').fill('周末的湖，改过')
        await second.page.getByRole('button', { name: '保存修改' }).click()
        await second.page.getByRole('heading', { name: '周末的湖，改过' }).waitFor()
        expect(second.troubles).toEqual([])
        await second.close()
    })
})
