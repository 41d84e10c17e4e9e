// Which lines of a cart are bought now, and what they will cost. Pure.
import type { CartItem, CartShop } from '@meadow/api'
import { totalOf, type Total } from './total'

export function canBeBought(item: CartItem): boolean {
    return item.flag === 'fine' || item.flag === 'price_changed'
}
// Everything that can be bought is, but what the buyer set aside.
export function chosenOf(shop: CartShop, aside: ReadonlySet<string>): CartItem[] {
    return shop.items.filter((item) => canBeBought(item) && !aside.has(item.sku))
}
export function priceOf(shop: CartShop, items: CartItem[]): Total {
    return totalOf(items.reduce((sum, item) => sum + item.price * item.count, 0), shop.terms)
}
