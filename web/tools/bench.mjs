// How the shop feels, measured in a browser on a throttled network: layout shift and largest paint of the first screens, and frames
// and memory while thousands of cards are scrolled through.
//     node tools/bench.mjs http://127.0.0.1:8080 [--json]
// The network is what Chromium's developer tools call "Fast 4G": 165 ms there and back, 8.1 Mbit/s down, 1.35 Mbit/s up.
import { chromium } from 'playwright-core'

const [server, form] = process.argv.slice(2)
if (!server) throw new Error('usage: node tools/bench.mjs SERVER [--json]')
const fast4g = { offline: false, latency: 165, downloadThroughput: (8.1e6 / 8), uploadThroughput: (1.35e6 / 8) }
const devices = {
    phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
    desktop: { viewport: { width: 1440, height: 900 } },
}
const loads = 5
const limits = { cls: 0.02, lcp: 1500 }

const get = async (path) => (await fetch(server + path)).json()
const feed = await get('/v1/feed/discover')
const note = feed.items.find((n) => n.product) ?? feed.items[0]
if (!note) throw new Error('an empty town; make the demo town first')
const pages = { discover: '/', note: `/notes/${note.id}`, market: '/mall', ...(note.product ? { product: `/products/${note.product.id}` } : {}) }

const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--enable-precise-memory-info'],
})
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]

// Both figures as the browser itself reports them, in the page's first five seconds.
async function load(device, path) {
    const context = await browser.newContext({ ...devices[device], locale: 'zh-CN', serviceWorkers: 'block' })
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Network.enable')
    await cdp.send('Network.emulateNetworkConditions', fast4g)
    await page.addInitScript(() => {
        window.seen = { cls: 0, lcp: 0 }
        new PerformanceObserver((list) => list.getEntries().forEach((e) => (window.seen.cls += e.hadRecentInput ? 0 : e.value))).observe({ type: 'layout-shift', buffered: true })
        new PerformanceObserver((list) => list.getEntries().forEach((e) => (window.seen.lcp = e.startTime))).observe({ type: 'largest-contentful-paint', buffered: true })
    })
    await page.goto(server + path, { waitUntil: 'load' })
    await page.waitForTimeout(3000)
    const seen = await page.evaluate(() => window.seen)
    await context.close()
    return seen
}

// Thousands of cards: the town's own, again and again under other names.
async function scroll(device) {
    const context = await browser.newContext({ ...devices[device], locale: 'zh-CN', serviceWorkers: 'block' })
    const page = await context.newPage()
    let made = 0
    await page.route('**/v1/feed/discover*', (route) => {
        const items = Array.from({ length: 40 }, () => ({ ...feed.items[made % feed.items.length], id: `nte_${String(++made).padStart(13, '0')}` }))
        const reasons = items.map(({ id }) => ({ note: id, source: 'topic', words: '' }))
        return route.fulfill({ json: { items, reasons, policy: 1, personal: false, next: String(made) } })
    })
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' }) // durations are processor time, whatever else the machine does
    const memory = async () => {
        await cdp.send('HeapProfiler.collectGarbage')
        const { metrics } = await cdp.send('Performance.getMetrics')
        const of = (name) => metrics.find((m) => m.name === name)?.value ?? 0
        return { task: of('TaskDuration') * 1000, heap: of('JSHeapUsedSize') / 1048576, nodes: of('Nodes') }
    }
    await page.goto(server + '/', { waitUntil: 'load' })
    await page.locator('article').first().waitFor()
    const glide = (seconds) =>
        page.evaluate(
            (ms) =>
                new Promise((done) => {
                    const frames = []
                    const begun = performance.now()
                    let last = begun
                    const step = (now) => {
                        frames.push(now - last)
                        last = now
                        scrollBy(0, 60) // 3,600 pixels a second at 60 frames
                        if (now - begun < ms) requestAnimationFrame(step)
                        else done(frames.slice(1))
                    }
                    requestAnimationFrame(step)
                }),
            seconds * 1000,
        )
    await glide(4)
    const early = await memory()
    const frames = await glide(25)
    const glided = await memory()
    // On to several thousand cards, without looking at frames.
    while (made < 4000) {
        await page.evaluate(() => scrollBy(0, innerHeight * 6))
        await page.waitForTimeout(30)
    }
    const late = await memory()
    await context.close()
    const total = frames.reduce((sum, f) => sum + f, 0)
    return { cards: made, perFrame: (glided.task - early.task) / frames.length, fps: (frames.length * 1000) / total, late: frames.filter((f) => f > 34).length / frames.length, heapEarly: early.heap, heapLate: late.heap, nodesEarly: early.nodes, nodesLate: late.nodes }
}

const out = { loads: [], scrolls: [] }
for (const device of Object.keys(devices)) {
    for (const [name, path] of Object.entries(pages)) {
        const runs = []
        for (let i = 0; i < loads; i++) runs.push(await load(device, path))
        out.loads.push({ device, page: name, lcp: Math.round(median(runs.map((r) => r.lcp))), cls: Math.max(...runs.map((r) => r.cls)) })
    }
    out.scrolls.push({ device, ...(await scroll(device)) })
}
await browser.close()

if (form === '--json') console.log(JSON.stringify(out))
else {
    console.log(`first screens on "Fast 4G": largest paint (median of ${loads}, at most ${limits.lcp} ms), layout shift (worst of ${loads}, at most ${limits.cls})`)
    for (const l of out.loads) console.log(`  ${l.device.padEnd(8)} ${l.page.padEnd(9)} ${String(l.lcp).padStart(5)} ms   ${l.cls.toFixed(4)}${l.lcp > limits.lcp || l.cls > limits.cls ? '   over' : ''}`)
    console.log('scrolling the waterfall')
    for (const s of out.scrolls)
        console.log(`  ${s.device.padEnd(8)} ${s.perFrame.toFixed(1)} ms of processor a frame (16.7 make 60 a second); here ${s.fps.toFixed(1)} a second, ${(s.late * 100).toFixed(1)} % late; ${s.cards} cards: heap ${s.heapEarly.toFixed(1)} → ${s.heapLate.toFixed(1)} MB, nodes ${s.nodesEarly} → ${s.nodesLate}`)
}
