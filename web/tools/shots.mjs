// Screenshots of a running server, to be looked at: phone and desktop, light and dark, Chinese and English.
//     node tools/shots.mjs http://127.0.0.1:8080 FOLDER [PATH…]
// MEADOW_ACCOUNTS names the demo town's list of sign-ins: its first account, the operator, and its second, who keeps a shop, then look at
// what needs one, the console's pages among them.
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const [server, folder, ...asked] = process.argv.slice(2)
if (!server || !folder) throw new Error('usage: node tools/shots.mjs SERVER FOLDER [PATH…]')
const accounts = process.env.MEADOW_ACCOUNTS

async function get(path, token) {
    const answer = await fetch(server + path, token ? { headers: { Authorization: `Bearer ${token}` } } : {})
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status}`)
    return answer.json()
}
async function signIn(n) {
    if (!accounts) return undefined
    const people = [...readFileSync(accounts, 'utf8').matchAll(/^(\S+@\S+) {2}(\S+)/gm)]
    const [, address, password] = people[n] ?? people[0]
    const answer = await fetch(server + '/v1/sessions', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ address, password }) })
    if (!answer.ok) throw new Error(`sign-in of ${address}: ${answer.status}`)
    return (await answer.json()).token
}
// One of everything the town has.
async function everyPage(token) {
    const { items } = await get('/v1/feed/latest')
    const note = items.find((n) => n.product) ?? items[0]
    const pages = ['/', '/mall', '/search', '/search?q=咖啡', '/search?q=咖啡&in=products', '/search?q=没有这个词', '/sign-in', '/settings', '/nowhere']
    if (note) pages.push(`/notes/${note.id}`, `/users/${note.author.id}`)
    if (note?.product) {
        const product = await get(`/v1/products/${note.product.id}`)
        pages.push(`/products/${product.id}`, `/shops/${product.shop.id}`)
    }
    if (!token) return [...pages, '/me']
    const orders = await get('/v1/orders', token)
    const order = orders.items.find((o) => o.state === 'shipped' || o.state === 'delivered') ?? orders.items[0]
    if (order) pages.push(`/orders/${order.shop}/${order.order}`, `/orders/${order.shop}/${order.order}/review`)
    const own = (await get('/v1/me/notes', token)).items.find((n) => n.state === 'published')
    if (own) pages.push(`/notes/${own.id}`)
    return [...pages, '/me', '/me/profile', '/me/addresses', '/me/wallet', '/settings/feed', '/settings/account', '/publish', '/messages', '/orders', '/cart']
}

// What a merchant and an author see in the console.
async function consolePages(token) {
    const pages = ['/console/open-shop', '/console/creator/notes', '/console/creator/earnings', '/console/creator/offers']
    const mine = (await get('/v1/me/shops', token)).items[0]
    if (!mine) return pages
    const shop = mine.shop.id
    const [orders, goods] = await Promise.all([get(`/v1/shops/${shop}/orders`, token), get(`/v1/shops/${shop}/goods`, token)])
    const of = ['', '/orders', '/shipping', '/refunds', '/goods', '/goods/new', '/stock', '/stock?view=journal', '/reviews', '/note-sales', '/offers', '/funds', '/staff', '/log', '/settings']
    if (orders.items[0]) of.push(`/orders/${orders.items[0].id}`)
    if (goods.items[0]) of.push(`/goods/${goods.items[0].id}`)
    return [...pages, ...of.map((path) => `/console/shops/${shop}${path}`)]
}
const desk = ['goods', 'applications', 'reports', 'find?q=咖啡', 'hidden', 'disputes', 'payments', 'operations', 'ladder', 'backups', 'metrics', 'settings', 'audit', 'sandboxes', 'sandboxes?view=carrier', 'mailbox'].map((path) => `/console/operator/${path}`)

const keeper = await signIn(1)
const looks =
    asked.length > 0
        ? [{ token: asked.some((path) => path.startsWith('/console/operator')) ? await signIn(0) : keeper, paths: asked }]
        : [
              { token: undefined, paths: ['/console/sign-in', '/console/first-operator'] },
              { token: keeper, paths: [...(await everyPage(keeper)), ...(keeper ? await consolePages(keeper) : [])] },
              ...(accounts ? [{ token: await signIn(0), paths: desk }] : []),
          ]
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
for (const device of ['phone', 'desktop'])
    for (const colours of ['light', 'dark'])
        for (const locale of ['zh-CN', 'en-US'])
            for (const { token, paths } of looks) {
                const phone = device === 'phone'
                const context = await browser.newContext({
                    baseURL: server,
                    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
                    deviceScaleFactor: phone ? 2 : 1,
                    isMobile: phone,
                    hasTouch: phone,
                    colorScheme: colours,
                    locale,
                    reducedMotion: 'reduce',
                    serviceWorkers: 'block',
                })
                if (token) await context.addCookies([{ name: 'meadow_session', value: token, url: server }])
                const page = await context.newPage()
                page.on('pageerror', (error) => console.error(`${page.url()}: ${error.message}`))
                for (const path of paths) {
                    // A page that listens for news never has a silent network: what it shows counts.
                    await page.goto(path, { waitUntil: 'load' })
                    await page.locator('#main :is(h1, h2)').first().waitFor({ state: 'attached' })
                    await page.waitForFunction(() => document.querySelector('.skeleton') === null && [...document.images].every((i) => i.complete || i.loading === 'lazy'), undefined, { timeout: 8000 }).catch(() => console.error(`${path}: not at rest after 8 s`))
                    await page.waitForTimeout(250)
                    const name = `${path.replace(/[^\p{L}\d]+/gu, '-').replace(/^-|-$/g, '') || 'home'}.${device}.${colours}.${locale.slice(0, 2)}.png`
                    await page.screenshot({ path: join(folder, name) })
                    console.log(join(folder, name))
                }
                await context.close()
            }
await browser.close()
