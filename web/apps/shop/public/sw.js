// Offline: the shell that was loaded last, the first page of the feed as it was last seen, and the pictures that go with it.
const shell = 'meadow-shell-1'
const seen = 'meadow-seen-1'
const mostPictures = 120
const feeds = ['/v1/feed/discover', '/v1/feed/latest']
const alongside = ['/boot.js', '/icon.svg', '/close.svg', '/manifest.webmanifest']

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => {
    event.waitUntil(
        (async () => {
            for (const name of await caches.keys()) if (name !== shell && name !== seen) await caches.delete(name)
            await self.clients.claim()
        })(),
    )
})

self.addEventListener('fetch', (event) => {
    const { request } = event
    const url = new URL(request.url)
    if (request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/console')) return
    if (request.mode === 'navigate') event.respondWith(newest(shell, request, url.pathname === '/' ? '/' : undefined))
    else if (alongside.includes(url.pathname)) event.respondWith(newest(shell, request, url.pathname))
    else if (url.pathname.startsWith('/assets/')) event.respondWith(kept(shell, request))
    else if (url.pathname.startsWith('/media/') && !url.pathname.endsWith('.mp4')) event.respondWith(kept(seen, request))
    else if (feeds.includes(url.pathname) && url.search === '') event.respondWith(newest(seen, request, request, hasItems))
})

// The network's answer, kept under `name` where there is one; what was kept when there is no network: of pages, the first.
async function newest(cache, request, name, worthKeeping = async () => true) {
    const store = await caches.open(cache)
    try {
        const answer = await fetch(request)
        if (answer.ok && name && (await worthKeeping(answer.clone()))) await store.put(name, answer.clone())
        return answer
    } catch (offline) {
        const old = await store.match(name ?? '/')
        if (old) return old
        throw offline
    }
}
// Whoever has read everything is given an empty page: what they saw before is more to have.
async function hasItems(answer) {
    return (await answer.json()).items.length > 0
}
// These never change under their address. (Films are asked for in parts, and are too large to keep.)
async function kept(cache, request) {
    const store = await caches.open(cache)
    const old = await store.match(request)
    if (old) return old
    const answer = await fetch(request)
    if (answer.ok && answer.status === 200) {
        await store.put(request, answer.clone())
        if (cache === seen) await thin(store)
    }
    return answer
}
async function thin(store) {
    const pictures = (await store.keys()).filter((r) => r.url.includes('/media/'))
    for (const old of pictures.slice(0, Math.max(0, pictures.length - mostPictures))) await store.delete(old)
}
