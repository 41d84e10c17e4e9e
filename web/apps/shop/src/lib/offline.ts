// What can be read without a network. The service worker (public/sw.js) keeps it from the second visit on; the first visit, which
// it does not see, is kept from here. The names are the service worker's.
const shell = 'meadow-shell-1'
const seen = 'meadow-seen-1'

// Whether this page came without the service worker; it may take over while the page is open.
const alone = 'caches' in window && 'serviceWorker' in navigator && !navigator.serviceWorker.controller

// The first page of Discover, as it came: asking for it again would show a known reader other notes. Of what comes in its place, too.
export function keepFeed(feed: 'discover' | 'latest', page: { items: unknown[] }): void {
    if (!alone || page.items.length === 0) return
    const body = new Response(JSON.stringify(page), { headers: { 'Content-Type': 'application/json' } })
    void caches.open(seen).then((store) => store.put('/v1/feed/' + feed, body)).catch(() => undefined)
}
// The application and the pictures on the screen; all of it comes from the browser's own cache.
export async function keepShell(): Promise<void> {
    if (!alone) return
    const loaded = [...new Set(performance.getEntriesByType('resource').map((entry) => entry.name))].filter((name) => name.startsWith(location.origin))
    const [application, pictures] = await Promise.all([caches.open(shell), caches.open(seen)])
    await application.add('/')
    await application.addAll([...loaded.filter((name) => new URL(name).pathname.startsWith('/assets/')), '/boot.js', '/icon.svg', '/manifest.webmanifest'])
    await pictures.addAll(loaded.filter((name) => new URL(name).pathname.startsWith('/media/')))
}
// Whose feed it was is nobody else's business.
export async function forgetFeed(): Promise<void> {
    if ('caches' in window) await caches.delete(seen)
}
