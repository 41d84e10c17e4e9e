// From a note or a product to a paid order: in six taps, as a guest, at a price that changed, with the keyboard alone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriers } from '../support/accessible'
import { aBuyer, arrivedAt, button, payAtTheGateway } from '../support/purchase'
import { Shop } from '../support/shop'
import { type Profile, Town } from '../support/town'

let town: Town
beforeAll(async () => {
    town = await Town.open()
})
afterAll(() => town.close())
const aShop = async (name: string): Promise<Shop> => Shop.open(await town.person('店主'), name)

describe.each<Profile>(['phone', 'desktop'])('on a %s', (profile) => {
    test('a note that sells: in six taps from a note to a paid order', async () => {
        const shop = await aShop('木与布')
        const lamp = await shop.sells('小夜灯', { price: 5900, stock: 5 })
        const ada = await town.person('阿达')
        const note = await ada.writes('床头终于亮了', '睡前不刺眼', [lamp.id])
        const bo = await aBuyer(town)
        const window = await town.look({ profile }, bo)
        const { page } = window
        await page.goto(`/notes/${note}`)
        let taps = 0
        const tap = async (what: ReturnType<typeof button>): Promise<void> => {
            taps++
            await what.click()
        }
        await tap(button(page, /小夜灯.*想要/))
        expect(await barriers(page)).toEqual([])
        await tap(page.getByRole('dialog').getByRole('button', { name: '立即购买' }))
        await button(page, '提交并支付').waitFor()
        expect(await barriers(page)).toEqual([])
        await tap(button(page, '提交并支付'))
        await page.waitForURL('**/sandbox/**')
        await tap(button(page, '支付 Pay').first())
        const bought = await arrivedAt(page)
        expect(taps).toBeLessThanOrEqual(6)
        expect(await barriers(page)).toEqual([])
        const [credit] = (await ada.does<{ items: { earning: number; note: string }[] }>('GET', '/v1/me/earnings')).items
        expect(credit?.note).toBe(note)
        expect(bought.shop).toBe(shop.id)
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('a guest picks something, signs in when it is bought, and goes on', async () => {
        const shop = await aShop('清晨')
        const tea = await shop.sells('龙井', { price: 12800, stock: 3 })
        const note = await shop.owner.writes('明前的茶', '头采', [tea.id])
        const window = await town.look({ profile })
        const { page } = window
        await page.goto(`/notes/${note}`)
        await button(page, /龙井.*想要/).click()
        await page.getByRole('dialog').getByRole('button', { name: '立即购买' }).click()
        const signIn = page.getByRole('dialog', { name: '登录后继续' })
        await signIn.getByRole('button', { name: '注册新账号' }).click()
        await signIn.getByLabel('昵称').fill('小满')
        await signIn.getByLabel('手机号或邮箱').fill(`guest-${profile}@example.org`)
        await signIn.getByLabel('密码').fill('correct horse battery')
        expect(await barriers(page)).toEqual([])
        await signIn.getByRole('button', { name: '注册', exact: true }).click()

        await page.waitForURL('**/checkout?**')
        await button(page, '添加收货地址').click()
        await page.getByLabel('粘贴地址').fill('张三 13800000000 浙江省杭州市西湖区文三路 90 号')
        await button(page, '识别').click()
        expect(await page.getByLabel('区县').inputValue()).toBe('西湖区')
        expect(await barriers(page)).toEqual([])
        await button(page, '保存并使用').click()
        await page.getByText('西湖区').waitFor()
        await button(page, '提交并支付').click()
        await payAtTheGateway(page)
        await arrivedAt(page)
        expect(window.troubles).toEqual([])
        await window.close()
    })

    test('the price that changed while buying one thing is shown before anything is charged', async () => {
        const shop = await aShop('器物')
        const pot = await shop.sells('铁壶', { price: 20000, stock: 5 })
        const window = await town.look({ profile }, await aBuyer(town))
        const { page } = window
        await page.goto(`/products/${pot.id}`)
        await button(page, '立即购买').click()
        await page.getByRole('dialog').getByRole('button', { name: '立即购买' }).click()
        await button(page, '提交并支付').click({ trial: true }) // it can be pressed once the price is there
        await shop.asks(pot, 23000)
        await button(page, '提交并支付').click()
        await page.getByRole('alert').getByText('原来 ¥200，现在 ¥230').waitFor()
        await button(page, '提交并支付').click()
        await page.waitForURL('**/sandbox/**')
        await page.getByText('¥230.00').waitFor()
        await window.close()
    })

    test('somebody buys with the keyboard alone', async () => {
        const shop = await aShop('字号')
        const pen = await shop.sells('钢笔', { price: 8800, stock: 9, sizes: ['细', '粗'] })
        const window = await town.look({ profile }, await aBuyer(town))
        const { page } = window
        await page.goto(`/products/${pen.id}`)
        await button(page, '立即购买').waitFor()
        const press = async (name: string | RegExp): Promise<void> => {
            for (let i = 0; i < 60; i++) {
                await page.keyboard.press('Tab')
                const focused = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '')
                if (typeof name === 'string' ? focused.trim() === name : name.test(focused)) return page.keyboard.press('Enter')
            }
            throw new Error(`Tab never reaches ${String(name)}`)
        }
        await press('立即购买')
        await page.getByRole('dialog').waitFor()
        await press('粗')
        await page.getByText('已选：粗').waitFor()
        await press('立即购买')
        await button(page, '提交并支付').waitFor()
        await press('提交并支付')
        await page.waitForURL('**/sandbox/**')
        await press(/^支付 ?Pay$/)
        await arrivedAt(page)
        expect(window.troubles).toEqual([])
        await window.close()
    })
})
