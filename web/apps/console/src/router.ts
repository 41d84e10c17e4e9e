import { createRouter, createWebHistory, type RouteLocationRaw, type RouteRecordRaw } from 'vue-router'
import { useSession } from './stores/session'
import { useShop } from './stores/shop'

declare module 'vue-router' {
    interface RouteMeta {
        title: string // of the window, a key of `title`
        open?: boolean // also for people who are not signed in
        bare?: boolean // without the navigation around it
        role?: 'creator' | 'moderator' | 'operator'
    }
}

const routes: RouteRecordRaw[] = [
    { path: '/', name: 'home', component: () => import('./pages/Home.vue'), meta: { title: 'home' } },
    { path: '/sign-in', name: 'sign-in', component: () => import('./pages/SignIn.vue'), meta: { title: 'signIn', open: true, bare: true } },
    { path: '/first-operator', name: 'first-operator', component: () => import('./pages/FirstOperator.vue'), meta: { title: 'firstOperator', open: true, bare: true } },
    { path: '/open-shop', name: 'open-shop', component: () => import('./pages/merchant/OpenShop.vue'), meta: { title: 'openShop' } },

    { path: '/shops/:shop', name: 'dashboard', component: () => import('./pages/merchant/Dashboard.vue'), meta: { title: 'dashboard' } },
    { path: '/shops/:shop/orders', name: 'orders', component: () => import('./pages/merchant/Orders.vue'), meta: { title: 'orders' } },
    { path: '/shops/:shop/orders/:order', name: 'order', component: () => import('./pages/merchant/Order.vue'), meta: { title: 'order' } },
    { path: '/shops/:shop/shipping', name: 'shipping', component: () => import('./pages/merchant/Shipping.vue'), meta: { title: 'shipping' } },
    { path: '/shops/:shop/refunds', name: 'refunds', component: () => import('./pages/merchant/Refunds.vue'), meta: { title: 'refunds' } },
    { path: '/shops/:shop/goods', name: 'goods', component: () => import('./pages/merchant/Goods.vue'), meta: { title: 'goods' } },
    { path: '/shops/:shop/goods/new', name: 'product-new', component: () => import('./pages/merchant/Product.vue'), meta: { title: 'productNew' } },
    { path: '/shops/:shop/goods/:product', name: 'product', component: () => import('./pages/merchant/Product.vue'), meta: { title: 'product' } },
    { path: '/shops/:shop/stock', name: 'stock', component: () => import('./pages/merchant/Stock.vue'), meta: { title: 'stock' } },
    { path: '/shops/:shop/reviews', name: 'reviews', component: () => import('./pages/merchant/Reviews.vue'), meta: { title: 'reviews' } },
    { path: '/shops/:shop/funds', name: 'funds', component: () => import('./pages/merchant/Funds.vue'), meta: { title: 'funds' } },
    { path: '/shops/:shop/note-sales', name: 'note-sales', component: () => import('./pages/merchant/NoteSales.vue'), meta: { title: 'noteSales' } },
    { path: '/shops/:shop/offers', name: 'offers', component: () => import('./pages/merchant/Offers.vue'), meta: { title: 'offers' } },
    { path: '/shops/:shop/log', name: 'shop-log', component: () => import('./pages/merchant/ShopLog.vue'), meta: { title: 'shopLog' } },
    { path: '/shops/:shop/staff', name: 'staff', component: () => import('./pages/merchant/Staff.vue'), meta: { title: 'staff' } },
    { path: '/shops/:shop/settings', name: 'shop-settings', component: () => import('./pages/merchant/ShopSettings.vue'), meta: { title: 'shopSettings' } },

    { path: '/creator/notes', name: 'my-notes', component: () => import('./pages/creator/Notes.vue'), meta: { title: 'myNotes' } },
    { path: '/creator/earnings', name: 'earnings', component: () => import('./pages/creator/Earnings.vue'), meta: { title: 'earnings' } },
    { path: '/creator/offers', name: 'my-offers', component: () => import('./pages/creator/Offers.vue'), meta: { title: 'myOffers' } },

    { path: '/creator/selection', name: 'selection', component: () => import('./pages/Selection.vue'), meta: { title: 'selection', role: 'creator' } },

    { path: '/operator', name: 'desk', component: () => import('./pages/operator/Desk.vue'), meta: { title: 'desk', role: 'operator' } },
    { path: '/operator/goods', name: 'goods-review', component: () => import('./pages/operator/GoodsReview.vue'), meta: { title: 'goodsReview', role: 'operator' } },
    { path: '/operator/goods/:product', name: 'proposal', component: () => import('./pages/operator/Proposal.vue'), meta: { title: 'proposal', role: 'operator' } },
    { path: '/operator/applications', name: 'applications', component: () => import('./pages/operator/Applications.vue'), meta: { title: 'applications', role: 'operator' } },
    { path: '/operator/reports', name: 'reports', component: () => import('./pages/operator/Reports.vue'), meta: { title: 'reports', role: 'moderator' } },
    { path: '/operator/disputes', name: 'disputes', component: () => import('./pages/operator/Disputes.vue'), meta: { title: 'disputes', role: 'operator' } },
    { path: '/operator/payments', name: 'payments', component: () => import('./pages/operator/Payments.vue'), meta: { title: 'payments', role: 'operator' } },
    { path: '/operator/find', name: 'find', component: () => import('./pages/operator/Find.vue'), meta: { title: 'find', role: 'moderator' } },
    { path: '/operator/hidden', name: 'hidden', component: () => import('./pages/operator/Hidden.vue'), meta: { title: 'hidden', role: 'moderator' } },
    { path: '/operator/ladder', name: 'ladder', component: () => import('./pages/operator/Ladder.vue'), meta: { title: 'ladder', role: 'operator' } },
    { path: '/operator/policies', name: 'policies', component: () => import('./pages/operator/Policies.vue'), meta: { title: 'policies', role: 'operator' } },
    { path: '/operator/findings', name: 'findings', component: () => import('./pages/operator/Findings.vue'), meta: { title: 'findings', role: 'operator' } },
    { path: '/operator/picks', name: 'picks', component: () => import('./pages/operator/Picks.vue'), meta: { title: 'picks', role: 'operator' } },
    { path: '/operator/synonyms', name: 'synonyms', component: () => import('./pages/operator/Synonyms.vue'), meta: { title: 'synonyms', role: 'operator' } },
    { path: '/operator/selection', name: 'operator-selection', component: () => import('./pages/Selection.vue'), meta: { title: 'selection', role: 'operator' } },
    { path: '/operator/backups', name: 'backups', component: () => import('./pages/operator/Backups.vue'), meta: { title: 'backups', role: 'operator' } },
    { path: '/operator/sandboxes', name: 'sandboxes', component: () => import('./pages/operator/Sandboxes.vue'), meta: { title: 'sandboxes', role: 'operator' } },
    { path: '/operator/operations', name: 'operations', component: () => import('./pages/operator/Operations.vue'), meta: { title: 'operations', role: 'operator' } },
    { path: '/operator/settings', name: 'settings', component: () => import('./pages/operator/Settings.vue'), meta: { title: 'settings', role: 'operator' } },
    { path: '/operator/metrics', name: 'metrics', component: () => import('./pages/operator/Metrics.vue'), meta: { title: 'metrics', role: 'operator' } },
    { path: '/operator/audit', name: 'audit', component: () => import('./pages/operator/Audit.vue'), meta: { title: 'audit', role: 'operator' } },
    { path: '/operator/mailbox', name: 'mailbox', component: () => import('./pages/operator/Mailbox.vue'), meta: { title: 'mailbox', open: true } },

    { path: '/:nowhere(.*)*', name: 'nowhere', component: () => import('./pages/Nowhere.vue'), meta: { title: 'nowhere', open: true, bare: true } },
]

export const router = createRouter({
    history: createWebHistory('/console/'),
    routes,
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
})

// What a person may not see they are not told of: a stranger's shop and an operator's page are nowhere for them, as in the API.
router.beforeEach((to) => {
    const session = useSession()
    if (!to.meta.open && !session.signedIn) return { name: 'sign-in', query: { then: to.fullPath } }
    const barred = (to.meta.role === 'operator' && !session.operator) || (to.meta.role === 'moderator' && !session.moderator) || (to.meta.role === 'creator' && !session.creator)
    const stranger = to.params.shop !== undefined && !session.shopOf(to.params.shop)
    if (barred || stranger) return { name: 'nowhere', params: { nowhere: to.path.split('/').slice(1) } }
    if (to.name === 'home') return home(session)
    return true
})

// Where one begins: at one's shop, else at what waits for an operator, else at what can be begun.
function home(session: ReturnType<typeof useSession>): RouteLocationRaw | true {
    const shop = useShop().shop
    if (shop) return { name: 'dashboard', params: { shop: shop.shop.id }, replace: true }
    if (session.operator) return { name: 'desk', replace: true }
    if (session.moderator) return { name: 'reports', replace: true }
    return true
}
