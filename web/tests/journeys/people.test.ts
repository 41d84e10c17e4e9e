// What people live through who come to the town, in a real browser against the real server.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriers } from '../support/accessible'
import { type Profile, Town } from '../support/town'

let town: Town
beforeAll(async () => {
    town = await Town.open()
})
afterAll(() => town.close())

describe.each<Profile>(['phone', 'desktop'])('on a %s', (profile) => {
    test('somebody opens an account where an action asked for one, and goes on where they were', async () => {
        const ada = await town.person('阿达')
        const note = await ada.writes('窗边的早餐')
        const window = await town.look({ profile })
        const { page } = window
        await page.goto(`/notes/${note}`)
        await page.getByRole('button', { name: /^赞「/ }).first().click()
        const signIn = page.getByRole('dialog', { name: '登录后继续' })
        await signIn.getByRole('button', { name: '注册新账号' }).click()
        await signIn.getByLabel('昵称').fill('小满')
        await signIn.getByLabel('手机号或邮箱').fill(`${profile}@example.org`)
        await signIn.getByLabel('密码').fill('correct horse battery')
        await signIn.getByRole('button', { name: '注册', exact: true }).click()
        await page.getByRole('button', { name: /已有 1 个赞/, pressed: true }).first().waitFor()
        await page.reload()
        await page.getByRole('button', { name: /已有 1 个赞/, pressed: true }).first().waitFor()
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('a wrong password is explained and nothing typed is lost', async () => {
        const window = await town.look({ profile })
        const { page } = window
        await page.goto('/sign-in')
        await page.getByLabel('手机号或邮箱').fill('nobody@example.org')
        await page.getByLabel('密码').fill('not the one')
        await page.getByRole('button', { name: '登录', exact: true }).click()
        await page.getByRole('alert').getByText('账号或密码不对').waitFor()
        expect(await page.getByLabel('手机号或邮箱').inputValue()).toBe('nobody@example.org')
        await window.close()
    })

    test('a reader likes, saves, follows and comments, and finds it all again after a reload', async () => {
        const ada = await town.person('阿达')
        const bo = await town.person('阿波')
        const note = await ada.writes('阳台种菜两个月', '番茄红了 #阳台种菜')
        const window = await town.look({ profile }, bo)
        const { page } = window
        await page.goto(`/notes/${note}`)
        await page.getByRole('button', { name: /^收藏「/ }).click()
        await page.getByRole('button', { name: '关注 阿达' }).locator('visible=true').click()
        await page.getByPlaceholder('说点什么…').fill('好漂亮，求教程')
        await page.getByRole('button', { name: '发送' }).click()
        await page.getByText('好漂亮，求教程').waitFor()
        await page.reload()
        await page.getByText('好漂亮，求教程').waitFor()
        await page.getByRole('button', { name: /已有 1 人收藏/, pressed: true }).waitFor()
        await page.getByRole('button', { name: '取消关注 阿达' }).locator('visible=true').waitFor()
        expect(await page.getByRole('link', { name: '#阳台种菜' }).getAttribute('href')).toBe(`/topics/${encodeURIComponent('阳台种菜')}`)
        expect(await barriers(page)).toEqual([])
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('pictures are tapped twice to like them', async () => {
        const ada = await town.person('阿达')
        const note = await ada.writes('双击试试')
        const window = await town.look({ profile }, await town.person('阿波'))
        const { page } = window
        await page.goto(`/notes/${note}`)
        await page.getByRole('button', { name: '看大图：第 1 张，共 2 张' }).dblclick()
        await page.getByRole('button', { name: /已有 1 个赞/, pressed: true }).first().waitFor()
        // once, to look closer
        await page.getByRole('button', { name: '看大图：第 1 张，共 2 张' }).click()
        const viewer = page.locator('.van-image-preview')
        await viewer.locator('.van-image-preview__close-icon').waitFor()
        await page.keyboard.press('Escape')
        await viewer.waitFor({ state: 'hidden' })
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('the language and the colours are changed at once and kept', async () => {
        const window = await town.look({ profile })
        const { page } = window
        await page.goto('/settings')
        await page.getByRole('button', { name: 'English' }).click()
        await page.getByRole('button', { name: 'Dark', exact: true }).click()
        await page.goto('/sign-in')
        await page.getByRole('heading', { name: 'Welcome back' }).waitFor()
        expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme])).toEqual(['en', 'dark'])
        await window.close()
    })
})
