// A real server with a town of its own, and people who live in it: they act over the API, or look through a browser.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { picture } from './picture'

const repository = join(__dirname, '../../..')
function binary(): string {
    const named = process.env.MEADOW_BINARY
    const found = [named, ...['release', 'dev', 'gcc'].map((preset) => join(repository, 'build', preset, 'src/app/meadow'))].find((path) => path && existsSync(path))
    if (!found) throw new Error('no meadow to test: build it, or name it in MEADOW_BINARY')
    return found
}

export type Profile = 'phone' | 'desktop'
export interface Look {
    profile?: Profile
    locale?: 'zh-CN' | 'en-US'
    dark?: boolean
    installs?: boolean // keeps what the service worker keeps, as an installed application does
    standsAt?: { latitude: number; longitude: number } // and lets pages know
}

export class Town {
    private constructor(
        readonly url: string,
        private readonly server: ChildProcess,
        private readonly browser: Browser,
        private readonly said: () => string,
    ) {}
    private boss: Person | undefined

    static async open(): Promise<Town> {
        const data = mkdtempSync(join(tmpdir(), 'meadow-web-'))
        // Between us and the server stands a keeper: however we end, its input closes, and it ends the server and clears away.
        const keeper = 'data=$1; shift; exec 3<&0; "$@" </dev/null & server=$!; { read -r _ <&3; kill "$server"; } 2>/dev/null & wait "$server"; code=$?; rm -rf "$data"; exit "$code"'
        const serve = [binary(), 'serve', '--data', data, '--port', '0', '--web', join(repository, 'web')]
        const server = spawn('/bin/sh', ['-c', keeper, 'keeper', data, ...serve], {
            stdio: ['pipe', 'pipe', 'inherit'],
            env: { ...process.env, MEADOW_RATE_LIMITS: 'off' },
        })
        let said = ''
        const url = await new Promise<string>((found, failed) => {
            server.stdout?.on('data', (chunk: Buffer) => {
                said += chunk.toString()
                const at = /http:\/\/\S+/.exec(said)
                if (at) found(at[0])
            })
            server.on('exit', (code) => failed(new Error(`the server ended with ${code}: ${said}`)))
        })
        const browser = await chromium.launch({
            executablePath: '/usr/bin/chromium',
            args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
        })
        return new Town(url, server, browser, () => said)
    }

    async close(): Promise<void> {
        await this.browser.close()
        this.server.removeAllListeners('exit')
        const gone = new Promise((done) => this.server.once('exit', done))
        this.server.stdin?.end()
        await gone
    }

    // The one-time link that the server prints at its first start, as a path.
    async firstOperatorLink(): Promise<string> {
        for (let turn = 0; turn < 100; turn++) {
            const found = /\/console\/first-operator#\S+/.exec(this.said())
            if (found) return found[0]
            await new Promise((wait) => setTimeout(wait, 50))
        }
        throw new Error('no link to become the first operator: ' + this.said())
    }
    // The town's operator, acting over the API.
    async operator(): Promise<Person> {
        if (this.boss) return this.boss
        const token = (await this.firstOperatorLink()).split('#')[1]
        const answer = await fetch(this.url + '/v1/first-operator', {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ token, address: 'boss@example.org', password: 'correct horse battery', name: '站长' }),
        })
        if (!answer.ok) throw new Error(await answer.text())
        const opened = (await answer.json()) as { user: string; token: string }
        return (this.boss = new Person(this, '站长', opened.user, opened.token))
    }

    // Somebody with an account, acting over the API.
    async person(name: string): Promise<Person> {
        const answer = await fetch(this.url + '/v1/accounts', {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ address: `${name}${++people}@example.org`, password: 'correct horse battery', name }),
        })
        if (!answer.ok) throw new Error(await answer.text())
        const opened = (await answer.json()) as { user: string; token: string }
        return new Person(this, name, opened.user, opened.token)
    }

    // A browser window. What it reports as wrong is kept, for the journey to look at in the end.
    async look({ profile = 'phone', locale = 'zh-CN', dark = false, installs = false, standsAt }: Look = {}, by?: Person): Promise<Window> {
        const context = await this.browser.newContext({
            ...(profile === 'phone' ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
            viewport: profile === 'phone' ? { width: 390, height: 844 } : { width: 1440, height: 900 },
            baseURL: this.url,
            locale,
            colorScheme: dark ? 'dark' : 'light',
            reducedMotion: 'reduce',
            serviceWorkers: installs ? 'allow' : 'block',
            ...(standsAt ? { geolocation: standsAt, permissions: ['geolocation'] } : {}),
        })
        if (by) await context.addCookies([{ name: 'meadow_session', value: by.token, url: this.url, httpOnly: true, sameSite: 'Lax' }])
        const page = await context.newPage()
        page.setDefaultTimeout(30_000)
        return new Window(context, page)
    }
}
let people = 0

export class Window {
    readonly troubles: string[] = []
    constructor(
        private readonly context: BrowserContext,
        readonly page: Page,
    ) {
        page.on('pageerror', (error) => this.troubles.push(error.message))
        page.on('console', (message) => {
            if (message.type() === 'error') this.troubles.push(message.text())
        })
    }
    // As if the network were cut, or back again.
    offline(cut: boolean): Promise<void> {
        return this.context.setOffline(cut)
    }
    close(): Promise<void> {
        return this.context.close()
    }
}

export class Person {
    constructor(
        private readonly town: Town,
        readonly name: string,
        readonly id: string,
        readonly token: string,
    ) {}

    get home(): string {
        return this.town.url
    }
    async does<T>(method: string, path: string, body?: unknown): Promise<T> {
        const bytes = body instanceof Uint8Array
        const answer = await fetch(this.town.url + path, {
            method,
            headers: {
                Authorization: `Bearer ${this.token}`,
                ...(body === undefined ? {} : { 'Content-Type': bytes ? 'image/png' : 'application/json' }),
            },
            body: body === undefined ? undefined : bytes ? (body as BodyInit) : JSON.stringify(body),
        })
        const text = await answer.text()
        if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
        return (text === '' ? undefined : JSON.parse(text)) as T
    }
    async uploads(colour: [number, number, number] = [200, 120, 90]): Promise<string> {
        return (await this.does<{ id: string }>('POST', '/v1/media', picture(600, 800, colour))).id
    }
    async writes(title: string, text = '正文', products: string[] = []): Promise<string> {
        const media = [await this.uploads(), await this.uploads([90, 140, 110])]
        return (await this.does<{ id: string }>('POST', '/v1/notes', { title, text, media, products })).id
    }
    async livesAt(detail: string): Promise<void> {
        await this.does('POST', '/v1/addresses', { receiver: this.name, phone: '13800138000', province: '浙江省', city: '杭州市', district: '西湖区', detail })
    }
}
