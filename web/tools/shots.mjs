// Screenshots of a running server, to be looked at: phone and desktop, light and dark, Chinese and English.
//     node tools/shots.mjs http://127.0.0.1:8080 FOLDER [PATH…]
// A PATH that ends in * is every page of the tour that begins so. MEADOW_ACCOUNTS names the demo town's list of sign-ins; by it guests,
// somebody who keeps a shop, a creator without one, a moderator and the operator each look at what is theirs.
// MEADOW_LOOKS names some of the eight looks only, as in "phone.dark.en desktop.light.zh".
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
const people = accounts ? [...readFileSync(accounts, 'utf8').matchAll(/^(\S+@\S+) {2}(\S+)(?: {2}\((.*)\))?$/gm)].map(([, address, password, role]) => ({ address, password, role })) : []
// Of somebody whose role is that; those without one keep shops, as far as there are shops.
async function signIn(role, n = 0) {
    const person = people.filter((one) => one.role === role)[n]
    if (!person) return undefined
    const answer = await fetch(server + '/v1/sessions', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ address: person.address, password: person.password }) })
    if (!answer.ok) throw new Error(`sign-in of ${person.address}: ${answer.status}`)
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

// What a merchant sees in the console.
async function shopPages(token) {
    const mine = (await get('/v1/me/shops', token)).items[0]
    if (!mine) return []
    const shop = mine.shop.id
    const [orders, goods] = await Promise.all([get(`/v1/shops/${shop}/orders`, token), get(`/v1/shops/${shop}/goods`, token)])
    const of = ['', '/orders', '/shipping', '/refunds', '/goods', '/goods/new', '/stock', '/stock?view=journal', '/reviews', '/reviews?show=all', '/note-sales', '/note-sales?by=author', '/offers', '/funds', '/funds?account=pending', '/staff', '/log', '/settings']
    const order = orders.items.find((one) => one.state === 'shipped') ?? orders.items[0]
    const product = goods.items.find((one) => one.state === 'rejected' || one.state === 'in_review') ?? goods.items[0]
    if (order) of.push(`/orders/${order.id}`)
    if (product) of.push(`/goods/${product.id}`)
    return of.map((path) => `/console/shops/${shop}${path}`)
}
const creator = ['', '/open-shop', '/creator/notes', '/creator/earnings', '/creator/offers', '/creator/selection'].map((path) => `/console${path}`)
const moderator = ['reports', 'find?q=咖啡', 'hidden'].map((path) => `/console/operator/${path}`)
const desk = [
    '', 'goods', 'applications', 'reports', 'find?q=咖啡', 'hidden', 'hidden?kind=comments', 'disputes', 'payments', 'payments?view=alarms', 'operations', 'operations?view=timers', 'operations?view=subscribers', 'ladder',
    'policies', 'findings', 'synonyms', 'picks', 'selection', 'backups', 'metrics', 'settings', 'audit', 'sandboxes', 'sandboxes?view=carrier', 'mailbox',
].map((path) => `/console/operator${path && '/' + path}`)
async function deskPages(token) {
    const proposal = (await get('/v1/review/products', token)).items[0]
    return proposal ? [...desk, `/console/operator/goods/${proposal.product.id}`] : desk
}

const [keeper, author, judge, operator] = [await signIn(undefined), (await signIn('creator')) ?? (await signIn(undefined, 12)), await signIn('moderator'), await signIn('operator')]
const tour = [
    { token: undefined, paths: ['/console/sign-in', '/console/first-operator'] },
    { token: keeper, paths: [...(await everyPage(keeper)), ...(keeper ? await shopPages(keeper) : [])] },
    ...(author ? [{ token: author, paths: creator }] : []),
    ...(judge ? [{ token: judge, paths: moderator }] : []),
    ...(operator ? [{ token: operator, paths: await deskPages(operator) }] : []),
]
// Whoever meets a path on their tour looks at it; what is on nobody's tour is looked at by its owner, as far as the path tells.
function asksFor(path) {
    return (wanted) => (wanted.endsWith('*') ? path.startsWith(wanted.slice(0, -1)) : path === wanted)
}
const met = tour.map(({ token, paths }) => ({ token, paths: paths.filter((path) => asked.some(asksFor(path))) }))
const strange = asked.filter((path) => !path.endsWith('*') && !met.some(({ paths }) => paths.includes(path)))
const looks =
    asked.length === 0
        ? tour
        : [...met, { token: operator, paths: strange.filter((path) => path.startsWith('/console/operator')) }, { token: keeper, paths: strange.filter((path) => !path.startsWith('/console/operator')) }].filter(({ paths }) => paths.length > 0)
const wantedLooks = process.env.MEADOW_LOOKS?.split(' ')
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
                if (wantedLooks && !wantedLooks.includes(`${device}.${colours}.${locale.slice(0, 2)}`)) continue
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
