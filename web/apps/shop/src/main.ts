import '@meadow/ui/tokens.css'
import '@meadow/ui/base.css'
import './shop.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { askEarly } from './lib/early'
import { discoverPage } from './lib/feeds'
import { loadGoods } from './lib/goods'
import { i18n, speak } from './lib/i18n'
import { loadNote } from './lib/notes'
import { keepShell } from './lib/offline'
import { router } from './router'
import { useSession } from './stores/session'

const app = createApp(App).use(createPinia()).use(i18n)
// Asked for side by side, so that what the first page shows is on its way before the page stands.
const to = router.resolve(location.pathname)
for (const { components } of to.matched) if (typeof components?.default === 'function') void (components.default as () => Promise<unknown>)()
const [, kind, id] = /^\/(notes|products)\/(\w+)$/.exec(to.path) ?? []
if (to.path === '/') askEarly('discover', () => discoverPage(undefined))
else if (kind === 'notes' && id) askEarly('note ' + id, () => loadNote(id))
else if (kind === 'products' && id) askEarly('product ' + id, () => loadGoods(id))
await Promise.all([speak(), useSession().begin()])
app.use(router).mount('#app')

// After the first page, which needs the line for itself.
if ('serviceWorker' in navigator && import.meta.env.PROD) {
    if (document.readyState === 'complete') workOffline()
    else addEventListener('load', workOffline)
}
function workOffline(): void {
    void navigator.serviceWorker.register('/sw.js')
    setTimeout(() => void keepShell().catch(() => undefined), 2000)
}
