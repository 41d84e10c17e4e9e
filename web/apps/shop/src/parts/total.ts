// What an order will cost, before the server is asked to hold it to that. The rules are the server's (trading/prices): shipping is
// flat and falls away from a sum on; the whole is rounded down to the shop's unit. Pure.
import type { Offer } from '@meadow/api'

export interface Total {
    goods: number
    shipping: number
    rounding: number // zero or negative
    total: number
}

export function totalOf(goods: number, terms: Offer['terms']): Total {
    const shipping = terms.free_from !== undefined && goods >= terms.free_from ? 0 : terms.shipping_fee
    const rounding = -((goods + shipping) % Math.max(1, terms.round_to))
    return { goods, shipping, rounding: rounding === 0 ? 0 : rounding, total: goods + shipping + rounding }
}
