import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { i18n } from './lib/i18n'
import { entitled } from './lib/title'
// What links lead to stands in the first file: pieces of their own would come one journey to the server later.
import Discover from './pages/Discover.vue'
import Mall from './pages/Mall.vue'
import Note from './pages/Note.vue'
import Product from './pages/Product.vue'
import { useSession } from './stores/session'

declare module 'vue-router' {
    interface RouteMeta {
        title: string // of the window, a key of `title`
        tab?: boolean // a place of the tab bar, which then is shown on phones
        signedIn?: boolean // asks guests to sign in first
    }
}

const signedIn = true
const routes: RouteRecordRaw[] = [
    { path: '/', name: 'discover', component: Discover, meta: { title: 'discover', tab: true } },
    { path: '/search', name: 'search', component: () => import('./pages/Search.vue'), meta: { title: 'search' } },
    { path: '/topics/:topic', name: 'topic', component: () => import('./pages/Topic.vue'), meta: { title: 'topic' } },
    { path: '/notes/:note', name: 'note', component: Note, meta: { title: 'note' } },
    { path: '/publish', name: 'publish', component: () => import('./pages/Publish.vue'), meta: { title: 'publish', signedIn } },
    { path: '/products/:product', name: 'product', component: Product, meta: { title: 'product' } },
    { path: '/shops/:shop', name: 'shop', component: () => import('./pages/Shop.vue'), meta: { title: 'shop' } },
    { path: '/mall', name: 'mall', component: Mall, meta: { title: 'mall', tab: true } },
    { path: '/cart', name: 'cart', component: () => import('./pages/Cart.vue'), meta: { title: 'cart', signedIn } },
    { path: '/checkout', name: 'checkout', component: () => import('./pages/Checkout.vue'), meta: { title: 'checkout', signedIn } },
    { path: '/orders', name: 'orders', component: () => import('./pages/Orders.vue'), meta: { title: 'orders', signedIn } },
    { path: '/orders/:shop/:order', name: 'order', component: () => import('./pages/Order.vue'), meta: { title: 'order', signedIn } },
    { path: '/orders/:shop/:order/review', name: 'review', component: () => import('./pages/Review.vue'), meta: { title: 'review', signedIn } },
    { path: '/messages', name: 'messages', component: () => import('./pages/Messages.vue'), meta: { title: 'messages', tab: true, signedIn } },
    { path: '/me', name: 'me', component: () => import('./pages/Me.vue'), meta: { title: 'me', tab: true } },
    { path: '/me/profile', name: 'profile-edit', component: () => import('./pages/ProfileEdit.vue'), meta: { title: 'profileEdit', signedIn } },
    { path: '/me/addresses', name: 'addresses', component: () => import('./pages/Addresses.vue'), meta: { title: 'addresses', signedIn } },
    { path: '/me/wallet', name: 'wallet', component: () => import('./pages/Wallet.vue'), meta: { title: 'wallet', signedIn } },
    { path: '/settings/account', name: 'account', component: () => import('./pages/Account.vue'), meta: { title: 'account', signedIn } },
    { path: '/settings/feed', name: 'feed-choice', component: () => import('./pages/FeedChoice.vue'), meta: { title: 'feedChoice', signedIn } },
    { path: '/users/:user/follows', name: 'follows', component: () => import('./pages/Follows.vue'), meta: { title: 'follows' } },
    { path: '/users/:user/albums/:album', name: 'album', component: () => import('./pages/Album.vue'), meta: { title: 'album' } },
    { path: '/settings', name: 'settings', component: () => import('./pages/Settings.vue'), meta: { title: 'settings' } },
    { path: '/users/:user', name: 'person', component: () => import('./pages/Person.vue'), meta: { title: 'person' } },
    { path: '/sign-in', name: 'sign-in', component: () => import('./pages/SignIn.vue'), meta: { title: 'signIn' } },
    { path: '/:nowhere(.*)*', name: 'nowhere', component: () => import('./pages/Nowhere.vue'), meta: { title: 'nowhere' } },
]

export const router = createRouter({
    history: createWebHistory(),
    routes,
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
})

router.beforeEach((to) => {
    if (to.meta.signedIn && !useSession().signedIn) return { name: 'sign-in', query: { then: to.fullPath } }
    return true
})
router.afterEach((to) => {
    document.title = entitled(i18n.global.t('title.' + to.meta.title))
})
