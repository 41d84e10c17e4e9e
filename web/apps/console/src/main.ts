import '@meadow/ui/tokens.css'
import '@meadow/ui/base.css'
import './element.css'
import './console.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n, speak } from './lib/i18n'
import { router } from './router'
import { useSession } from './stores/session'

const app = createApp(App).use(createPinia()).use(i18n)
await Promise.all([speak(), useSession().begin()])
app.use(router).mount('#app')
