// What somebody opens on their own Discover, and how long they stay, told to the engine in batches: soon, at the latest when the page is
// left, and again until it was heard (it counts once).
import { client, Refusal, take, type Sent } from '@meadow/api'
import { useEventListener } from '@vueuse/core'
import { useSession } from '../stores/session'

type Answer = NonNullable<Sent<'/v1/feed/answers', 'post'>['answers']>[number]
interface Waiting extends Answer {
    by: string
    due: number // milliseconds since 1970
}
const KEY = 'meadow.answers'
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
const open = new Set<string>() // on this page's Discover, and not left yet

function answered(answer: Pick<Answer, 'note' | 'answer' | 'dwell_ms'>, within: number): void {
    const by = useSession().user
    if (by === null) return
    const event = Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('')
    waiting.push({ event, ...answer, at: new Date().toISOString(), by, due: Date.now() + within })
    if (waiting.length > most) waiting.splice(0, waiting.length - most)
    keep()
    again()
}
export function tellOpened(note: string): void {
    if (open.size >= most) open.clear()
    open.add(note)
    answered({ note, answer: 'click' }, soon)
}
// After so many milliseconds on the screen; of what was opened elsewhere the engine hears nothing.
export function tellLeft(note: string, dwell_ms: number): void {
    if (!open.delete(note)) return
    answered({ note, answer: 'read', dwell_ms }, byTheWay)
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
        await take(client.POST('/v1/feed/answers', { body: { answers: batch.map(({ event, note, answer, dwell_ms, at }) => ({ event, note, answer, dwell_ms, at })) }, keepalive: true }))
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
