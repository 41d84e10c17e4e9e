import type { CartItem, CartShop } from '@meadow/api'
import { describe, expect, test } from 'vitest'
import { chosenOf, priceOf } from '../../apps/shop/src/parts/cart'

function item(sku: string, price: number, count: number, flag: CartItem['flag'] = 'fine'): CartItem {
    return { sku, product: '', title: sku, spec: '', picture: '', price, seen_price: price, count, available: 9, flag }
}
const shop = {
    items: [item('cup', 3900, 1), item('bowl', 4500, 2, 'price_changed'), item('pot', 20000, 1, 'sold_out')],
    terms: { shipping_fee: 600, free_from: 10000, round_to: 100 },
} as CartShop

describe('what is bought of a cart', () => {
    test('is all that can be bought, but what was set aside', () => {
        expect(chosenOf(shop, new Set()).map((i) => i.sku)).toEqual(['cup', 'bowl'])
        expect(chosenOf(shop, new Set(['cup'])).map((i) => i.sku)).toEqual(['bowl'])
        expect(chosenOf(shop, new Set(['cup', 'bowl']))).toEqual([])
    })
    test('costs what the shop would ask for it alone', () => {
        expect(priceOf(shop, chosenOf(shop, new Set()))).toEqual({ goods: 12900, shipping: 0, rounding: 0, total: 12900 })
        expect(priceOf(shop, chosenOf(shop, new Set(['bowl'])))).toEqual({ goods: 3900, shipping: 600, rounding: 0, total: 4500 })
    })
})
