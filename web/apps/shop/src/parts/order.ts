// How an order speaks: its state, what can be done, the way it has come. Pure.
import type { BuyerOrder, OrderState, OrderView } from '@meadow/api'

export type OrderTone = 'poppy' | 'leaf' | 'honey' | ''
export function toneOf(state: OrderState): OrderTone {
    if (state === 'placed') return 'poppy'
    if (state === 'shipped' || state === 'delivered' || state === 'paid') return 'leaf'
    if (state === 'refunding') return 'honey'
    return ''
}

// The stations every order passes, and which of them it has.
export interface Station {
    name: 'placed' | 'paid' | 'shipped' | 'delivered' | 'completed'
    at: string // empty: not yet
}
export function stationsOf(order: OrderView): Station[] {
    return [
        { name: 'placed', at: order.placed_at },
        { name: 'paid', at: order.paid_at },
        { name: 'shipped', at: order.shipped_at },
        { name: 'delivered', at: order.delivered_at },
        { name: 'completed', at: order.completed_at },
    ]
}

export function mayConfirm(state: OrderState): boolean {
    return state === 'shipped' || state === 'delivered'
}
export function mayRefund(state: OrderState): boolean {
    return state === 'paid' || state === 'shipped' || state === 'delivered' || state === 'completed'
}
export function mayReview(order: BuyerOrder): boolean {
    return (order.state === 'delivered' || order.state === 'completed') && order.lines.some((line) => line.review === '')
}
