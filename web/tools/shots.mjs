// Screenshots of a running server, to be looked at: phone and desktop, light and dark, Chinese and English.
//     node tools/shots.mjs http://127.0.0.1:8080 FOLDER [PATH…]
// MEADOW_SESSION, when set, is the session token of the person who looks.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const [server, folder, ...asked] = process.argv.slice(2)
if (!server || !folder) throw new Error('usage: node tools/shots.mjs SERVER FOLDER [PATH…]')
const signedIn = process.env.MEADOW_SESSION
const guests = ['/', '/mall', '/search', '/search?q=咖啡', '/sign-in', '/settings', '/me']
const members = ['/publish', '/messages', '/orders', '/cart', '/me/addresses']
const paths = asked.length > 0 ? asked : signedIn ? [...guests, ...members] : guests

const looks = []
for (const device of ['phone', 'desktop']) for (const colours of ['light', 'dark']) for (const locale of ['zh-CN', 'en-US']) looks.push({ device, colours, locale })

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
for (const { device, colours, locale } of looks) {
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
    if (signedIn) await context.addCookies([{ name: 'meadow_session', value: signedIn, url: server }])
    const page = await context.newPage()
    page.on('pageerror', (error) => console.error(`${page.url()}: ${error.message}`))
    for (const path of paths) {
        await page.goto(path, { waitUntil: 'networkidle' })
        const name = `${path.replace(/[^\p{L}\d]+/gu, '-').replace(/^-|-$/g, '') || 'home'}.${device}.${colours}.${locale.slice(0, 2)}.png`
        await page.screenshot({ path: join(folder, name) })
        console.log(join(folder, name))
    }
    await context.close()
}
await browser.close()
