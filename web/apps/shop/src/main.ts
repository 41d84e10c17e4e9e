import '@meadow/ui/tokens.css'
import '@meadow/ui/base.css'
import './shop.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { fetchFirst } from './lib/feeds'
import { i18n, speak } from './lib/i18n'
import { router } from './router'
import { useSession } from './stores/session'

const app = createApp(App).use(createPinia()).use(i18n)
// Asked for side by side, so that the first cards are on their way before the page stands.
if (location.pathname === '/') fetchFirst()
await Promise.all([speak(), useSession().begin()])
app.use(router).mount('#app')

if ('serviceWorker' in navigator && import.meta.env.PROD) {
    addEventListener('load', () => void navigator.serviceWorker.register('/sw.js'))
}
