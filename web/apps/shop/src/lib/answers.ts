// What somebody opens, where, and how long they stay, told to the engine in batches: soon, at the latest when the page is left, and again
// until it was heard (it counts once).
import { client, Refusal, take, type Sent } from '@meadow/api'
import { useEventListener } from '@vueuse/core'
import { useSession } from '../stores/session'

type Answer = NonNullable<Sent<'/v1/feed/answers', 'post'>['answers']>[number]
interface Waiting extends Answer {
    by: string
    due: number // milliseconds since 1970
}
export type Surface = NonNullable<Answer['surface']>
const KEY = 'meadow.answers'
const PERSONAL = 'meadow.personal' // whoever reads on this device wants a personal page, as Discover said last: of others nothing is told
const most = 200 // on this device
const atOnce = 100
const soon = 1500
const byTheWay = 30_000 // with what is told next: nobody waits for it

const waiting = kept()
let timer: ReturnType<typeof setTimeout> | undefined
let telling = false

function kept(): Waiting[] {
    try {
        const read: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
        return Array.isArray(read) ? (read as Waiting[]).slice(-most) : []
    } catch {
        return []
    }
}
function keep(): void {
    try {
        localStorage.setItem(KEY, JSON.stringify(waiting))
    } catch {
        // Without storage an answer lives as long as the page.
    }
}
// What is open, and not left yet; where it was met.
interface Met {
    surface: Surface
    slot: number | undefined // its place on the page that the server sent, 1 for the first
}
const open = new Map<string, Met>()

export function knowPersonal(personal: boolean): void {
    try {
        if (personal) localStorage.setItem(PERSONAL, 'yes')
        else localStorage.removeItem(PERSONAL)
    } catch {
        // Without storage only what is opened on Discover is told.
    }
}
function isPersonal(): boolean {
    try {
        return localStorage.getItem(PERSONAL) !== null
    } catch {
        return false
    }
}
function answered(answer: Pick<Answer, 'note' | 'answer' | 'dwell_ms'>, { surface, slot }: Met, within: number): void {
    const by = useSession().user
    if (by === null || (surface !== 'discover' && !isPersonal())) return
    const event = Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('')
    waiting.push({ event, ...answer, surface, slot, at: new Date().toISOString(), by, due: Date.now() + within })
    if (waiting.length > most) waiting.splice(0, waiting.length - most)
    keep()
    again()
}
export function tellOpened(note: string, met: Met): void {
    if (open.size >= most) open.clear()
    open.set(note, met)
    answered({ note, answer: 'click' }, met, soon)
}
// After so many milliseconds on the screen. The engine learns of Discover only; the rest is for the sums of what was shown where.
export function tellLeft(note: string, dwell_ms: number): void {
    const met = open.get(note)
    if (met === undefined) return
    open.delete(note)
    answered({ note, answer: 'read', dwell_ms }, met, byTheWay)
    if (document.visibilityState === 'hidden') void tell(true)
}

function again(): void {
    clearTimeout(timer)
    const next = Math.min(...waiting.map((a) => a.due))
    if (Number.isFinite(next)) timer = setTimeout(() => void tell(false), Math.max(0, next - Date.now()))
}
// When one is due, with it all that wait; `all`, when the page goes.
export async function tell(all: boolean): Promise<void> {
    const me = useSession().user
    const batch = waiting.filter((a) => a.by === me).slice(0, atOnce)
    if (telling || !batch.some((a) => all || a.due <= Date.now())) return
    telling = true
    const done = (): void => {
        for (const a of batch) if (waiting.includes(a)) waiting.splice(waiting.indexOf(a), 1)
        keep()
    }
    try {
        await take(client.POST('/v1/feed/answers', { body: { answers: batch.map(({ event, note, answer, dwell_ms, at, surface, slot }) => ({ event, note, answer, dwell_ms, at, surface, slot })) }, keepalive: true }))
        done()
    } catch (e) {
        // What the server will never take is let go; what it could not hear now is told later.
        if (e instanceof Refusal && e.status >= 400 && e.status < 500 && e.status !== 429) done()
        for (const a of waiting) a.due = Math.max(a.due, Date.now() + 30_000)
    } finally {
        telling = false
        again()
    }
}
useEventListener(window, 'pagehide', () => void tell(true))
useEventListener(document, 'visibilitychange', () => {
    if (document.visibilityState === 'hidden') void tell(true)
})
