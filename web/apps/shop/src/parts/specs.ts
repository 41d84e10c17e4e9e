// The spec matrix of a product: which values can still be chosen given what is chosen already. Pure.
import type { Offer, Option, ProductView } from '@meadow/api'

// A SKU as a buyer meets it: what the product says of it, and what trading says right now.
export interface Piece {
    id: string
    choice: string[]
    spec: string
    picture: string
    price: number
    before: number | undefined // struck out beside the price
    available: number
    onSale: boolean
}
export function piecesOf(product: ProductView, offer: Offer): Piece[] {
    const now = new Map(offer.skus.map((sku) => [sku.sku, sku]))
    return product.skus.map((sku) => {
        const live = now.get(sku.id)
        return {
            id: sku.id,
            choice: sku.choice,
            spec: sku.spec,
            picture: sku.picture ?? '',
            price: live?.price ?? sku.price,
            before: sku.market_price,
            available: live?.available ?? 0,
            onSale: live?.on_sale ?? false,
        }
    })
}

export type Choice = (string | undefined)[] // one per option, in their order

export function buyable(sku: Piece): boolean {
    return sku.onSale && sku.available > 0
}

// A value is open when, keeping every other choice, at least one SKU with it can be bought.
export function isOpen(skus: Piece[], choice: Choice, option: number, value: string): boolean {
    return skus.some((sku) => buyable(sku) && sku.choice[option] === value && agrees(sku, choice, option))
}

// The SKU meant, once every option is answered.
export function chosen(options: Option[], skus: Piece[], choice: Choice): Piece | undefined {
    if (choice.length < options.length || choice.some((value) => value === undefined)) return undefined
    return skus.find((sku) => options.every((_, i) => sku.choice[i] === choice[i]))
}

// Answers what leaves no choice: an option with one value, a product with one SKU.
export function firstChoice(options: Option[], skus: Piece[]): Choice {
    const open = skus.filter(buyable)
    const only = open.length === 1 ? open[0] : undefined
    return options.map((option, i) => only?.choice[i] ?? (option.values?.length === 1 ? option.values[0] : undefined))
}

function agrees(sku: Piece, choice: Choice, except: number): boolean {
    return choice.every((value, i) => i === except || value === undefined || sku.choice[i] === value)
}
