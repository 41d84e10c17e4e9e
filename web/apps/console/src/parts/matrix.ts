// The spec matrix: every combination of the options' values is a row a merchant can price. Pure.
import type { Option, ProductContent, SkuContent } from '@meadow/api'

export interface Row {
    choice: string[]
    kept: boolean // known to the server: its stock is counted elsewhere
    enabled: boolean
    price: number | undefined // fen
    market: number | undefined
    stock: number | undefined
    code: string
    barcode: string
    picture: string
}
export const most = 200

export const keyOf = (choice: string[]): string => choice.join('\u001f')

export function combinations(options: Option[]): string[][] {
    const asked = options.filter((option) => (option.values ?? []).length > 0)
    return asked.reduce<string[][]>((done, option) => done.flatMap((head) => (option.values ?? []).map((value) => [...head, value])), [[]])
}

// The rows of these options. What was entered for a combination stays; a new one takes after its nearest relative, so that adding a
// colour does not mean typing every price again.
export function rowsFor(options: Option[], before: Row[]): Row[] {
    const old = new Map(before.map((row) => [keyOf(row.choice), row]))
    return combinations(options)
        .slice(0, most)
        .map((choice) => old.get(keyOf(choice)) ?? { ...fresh(choice), ...relative(choice, before) })
}
function fresh(choice: string[]): Row {
    return { choice, kept: false, enabled: true, price: undefined, market: undefined, stock: undefined, code: '', barcode: '', picture: '' }
}
function relative(choice: string[], rows: Row[]): Pick<Row, 'price' | 'market'> {
    const shared = (row: Row) => row.choice.filter((value, i) => choice[i] === value).length
    const nearest = rows.reduce<Row | undefined>((best, row) => (best === undefined || shared(row) > shared(best) ? row : best), undefined)
    return { price: nearest?.price, market: nearest?.market }
}

export function rowsOf(content: ProductContent): Row[] {
    const listed = (content.skus ?? []).map((sku): Row => ({
        choice: sku.choice ?? [],
        kept: true,
        enabled: sku.enabled ?? true,
        price: sku.price,
        market: sku.market_price,
        stock: sku.stock,
        code: sku.merchant_code ?? '',
        barcode: sku.barcode ?? '',
        picture: sku.picture ?? '',
    }))
    return rowsFor(content.options ?? [], listed).map((row) => (row.kept ? row : { ...row, enabled: false }))
}

// What is sent. A combination the server does not know and that is switched off is simply not made.
export function skusOf(rows: Row[]): SkuContent[] {
    return rows
        .filter((row) => row.kept || row.enabled)
        .map((row) => ({
            choice: row.choice,
            price: row.price ?? 0,
            enabled: row.enabled,
            ...(row.market === undefined ? {} : { market_price: row.market }),
            ...(row.code === '' ? {} : { merchant_code: row.code }),
            ...(row.barcode === '' ? {} : { barcode: row.barcode }),
            ...(row.picture === '' ? {} : { picture: row.picture }),
            ...(row.kept || row.stock === undefined ? {} : { stock: row.stock }),
        }))
}
export function unpriced(rows: Row[]): Row[] {
    return rows.filter((row) => row.enabled && !row.price)
}
