// What somebody chose to see of the products found, as the address of the page has it. Pure.
import type { ProductSort, ShopProfile } from '@meadow/api'
import type { LocationQuery } from 'vue-router'

export const sorts: ProductSort[] = ['best', 'newest', 'rating', 'price_up', 'price_down']
export interface Chosen {
    sort: ProductSort
    category: string
    brand: string
    least?: number
    most?: number
    profile?: ShopProfile
    stars: number
    stock: boolean
}

export function chosenIn(query: LocationQuery): Chosen {
    const text = (name: string): string => (typeof query[name] === 'string' ? query[name] : '')
    const fen = (name: string): number | undefined => (/^\d{1,12}$/.test(text(name)) ? Number(text(name)) : undefined)
    return {
        sort: sorts.find((s) => s === query.sort) ?? 'best',
        category: text('category'),
        brand: text('brand'),
        least: fen('least'),
        most: fen('most'),
        profile: (['light', 'pop'] as const).find((p) => p === query.profile),
        stars: Math.min(5, fen('stars') ?? 0),
        stock: query.stock === 'true',
    }
}
// How many questions are answered; the order is none.
export function countOf(chosen: Chosen): number {
    return [chosen.category, chosen.brand, chosen.least !== undefined || chosen.most !== undefined, chosen.profile, chosen.stars, chosen.stock].filter(Boolean).length
}
// As the address has it: what is not chosen does not stand there.
export function addressOf(chosen: Chosen): Record<string, string> {
    const { sort, category, brand, least, most, profile, stars, stock } = chosen
    const said = { sort: sort === 'best' ? '' : sort, category, brand, least, most, profile, stars: stars || '', stock: stock || '' }
    return Object.fromEntries(Object.entries(said).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, String(value)]])))
}
