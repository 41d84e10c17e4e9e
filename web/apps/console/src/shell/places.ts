// Where one can go, by what one is. A group is shown only to those it is for.
import {
    Activity, Banknote, Boxes, ChartBarDecreasing, ChartSpline, ClipboardCheck, CreditCard, DatabaseBackup, Equal, EyeOff, Flag, FlaskConical, Footprints, HandCoins, Handshake, Inbox, LayoutDashboard, Mails, MessageSquareQuote,
    Notebook, PackageCheck, Scale, ScanSearch, ScrollText, Search, Settings, ShoppingBag, SlidersHorizontal, Sprout, Star, Store, ToyBrick, TrendingUp, Truck, Undo2, Users,
} from 'lucide-vue-next'
import type { Component } from 'vue'
import type { RouteLocationRaw } from 'vue-router'
import type { useSession } from '../stores/session'

export interface Place {
    name: string // of the route; its words are `title.` + title
    title: string
    icon: Component
    to: RouteLocationRaw
}
export interface Group {
    title: string // a key of `group`
    places: Place[]
}

export function groupsFor(session: ReturnType<typeof useSession>, shop: string | undefined): Group[] {
    const groups: Group[] = []
    const of = (name: string, title: string, icon: Component): Place => ({ name, title, icon, to: { name, params: shop ? { shop } : {} } })
    const at = (name: string, title: string, icon: Component): Place => ({ name, title, icon, to: { name } })
    if (shop) {
        const all = session.shopOf(shop)?.may
        groups.push({
            title: 'shop',
            places: [
                of('dashboard', 'dashboard', LayoutDashboard),
                of('orders', 'orders', ShoppingBag),
                of('shipping', 'shipping', Truck),
                of('refunds', 'refunds', Undo2),
                of('goods', 'goods', PackageCheck),
                of('stock', 'stock', Boxes),
                of('reviews', 'reviews', MessageSquareQuote),
                of('note-sales', 'noteSales', Sprout),
                of('offers', 'offers', Handshake),
                ...(all === 'owner' ? [of('funds', 'funds', Banknote)] : []),
                of('staff', 'staff', Users),
                ...(all === 'owner' ? [of('shop-log', 'shopLog', Footprints), of('shop-settings', 'shopSettings', Settings)] : []),
            ],
        })
    } else {
        groups.push({ title: 'shop', places: [at('open-shop', 'openShop', Store)] })
    }
    groups.push({
        title: 'creator',
        places: [at('my-notes', 'myNotes', Notebook), at('earnings', 'earnings', HandCoins), at('my-offers', 'myOffers', Handshake), ...(session.creator && !session.operator ? [at('selection', 'selection', TrendingUp)] : [])],
    })
    if (!session.moderator) return groups
    const [reports, find, hidden] = [at('reports', 'reports', Flag), at('find', 'find', Search), at('hidden', 'hidden', EyeOff)]
    if (!session.operator) return [...groups, { title: 'judge', places: [reports, find, hidden] }]
    return [
        ...groups,
        {
            title: 'judge',
            places: [at('desk', 'desk', Inbox), at('goods-review', 'goodsReview', ClipboardCheck), at('applications', 'applications', Store), reports, at('disputes', 'disputes', Scale), at('findings', 'findings', ScanSearch), find, hidden],
        },
        {
            title: 'discovery',
            places: [
                at('ladder', 'ladder', ChartBarDecreasing),
                at('policies', 'policies', FlaskConical),
                at('picks', 'picks', Star),
                at('operator-selection', 'selection', TrendingUp),
                at('synonyms', 'synonyms', Equal),
            ],
        },
        {
            title: 'running',
            places: [
                at('operations', 'operations', Activity),
                at('metrics', 'metrics', ChartSpline),
                at('payments', 'payments', CreditCard),
                at('backups', 'backups', DatabaseBackup),
                at('settings', 'settings', SlidersHorizontal),
                at('audit', 'audit', ScrollText),
                at('sandboxes', 'sandboxes', ToyBrick),
                at('mailbox', 'mailbox', Mails),
            ],
        },
    ]
}
