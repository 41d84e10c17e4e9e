// Tells the server which notes were read and which led to a product: the counters of authors and the credit for a sale rest on it.
// Told when a page is left, with a request that outlives the page.
import { client, type Sent } from '@meadow/api'
import { onBeforeUnmount, onMounted } from 'vue'
import { useEventListener } from '@vueuse/core'
import { tellLeft } from './answers'
import { cameFrom } from './origin'

const KEY = 'meadow.visitor'
type Touch = NonNullable<Sent<'/v1/touches', 'post'>['touches']>[number]

// What this device calls itself, so that what a guest did counts once they have signed in.
function visitor(): string {
    try {
        const kept = localStorage.getItem(KEY)
        if (kept) return kept
        const fresh = token()
        localStorage.setItem(KEY, fresh)
        return fresh
    } catch {
        return token() // storage is switched off: a new one for every page
    }
}
function token(): string {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('')
}

// Nobody waits for it, and nobody is told when it fails.
function tell(asked: Promise<unknown>): void {
    asked.catch(() => undefined)
}
const told = new Set<string>()

export function touched(touch: Touch): void {
    const name = `${touch.kind} ${touch.note} ${touch.product ?? ''}`
    if (told.has(name)) return
    told.add(name)
    tell(client.POST('/v1/touches', { body: { touches: [touch], visitor: visitor() }, keepalive: true }))
}
// After signing in, what this device did as a guest becomes this person's.
export function claimVisits(): void {
    tell(client.POST('/v1/touches', { body: { touches: [], visitor: visitor() } }))
}

// A visit of a note, for as long as its page is open and on the screen.
export function useVisit(note: string): { finished: () => void } {
    const event = token()
    const source = cameFrom(note)
    let seen = 0 // milliseconds on the screen
    let since = performance.now()
    let read = false
    let over = false
    function pause(): void {
        if (document.visibilityState === 'hidden') seen += performance.now() - since
        else since = performance.now()
    }
    function end(): void {
        if (over) return
        over = true
        if (document.visibilityState !== 'hidden') seen += performance.now() - since
        const view = { event, note, source, dwell_ms: Math.min(86_400_000, Math.round(seen)), finished: read }
        tellLeft(note, view.dwell_ms)
        tell(client.POST('/v1/views', { body: { views: [view] }, keepalive: true }))
    }
    onMounted(() => touched({ note, kind: 'view' }))
    useEventListener(document, 'visibilitychange', pause)
    useEventListener(window, 'pagehide', end)
    onBeforeUnmount(end)
    return { finished: () => (read = true) }
}
