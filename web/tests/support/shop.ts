// A merchant's shop, run over the API: what the console will do for them in the browser.
import type { Person } from './town'
import { until } from './until'

export interface Product {
    id: string
    shop: string
    title: string
    skus: { id: string; spec: string; price: number }[]
}
interface Sold {
    price: number // fen
    stock: number
    sizes?: string[] // of which each is a SKU; none: one SKU
}

export class Shop {
    constructor(
        readonly owner: Person,
        readonly id: string,
    ) {}
    static async open(owner: Person, name: string): Promise<Shop> {
        const { id } = await owner.does<{ id: string }>('POST', '/v1/shops', { name: `${name} ${++shops}`, intro: '一间小店', city: '杭州' })
        return new Shop(owner, id)
    }

    async sells(title: string, { price, stock, sizes = [] }: Sold): Promise<Product> {
        const options = sizes.length > 0 ? [{ name: '尺码', values: sizes }] : []
        const skus = (sizes.length > 0 ? sizes.map((size) => [size]) : [[]]).map((choice) => ({ choice, price, stock }))
        const content = { title, description: '结实耐用', pictures: [await this.owner.uploads([70, 110, 160])], category: await this.category(), tax: 1300, commission: 1000, options, skus }
        const made = await this.owner.does<Product>('POST', `/v1/shops/${this.id}/products`, { product: content })
        const product = { id: made.id, shop: this.id, title, skus: made.skus }
        if (stock > 0) await counted(this.owner, product)
        return product
    }
    async asks(product: Product, price: number): Promise<void> {
        await this.owner.does('PUT', `/v1/shops/${this.id}/prices`, { prices: product.skus.map((sku) => ({ sku: sku.id, price })) })
    }
    async has(product: Product, pieces: number): Promise<void> {
        for (const sku of product.skus) {
            const [stock] = await this.owner.does<{ version: number }[]>('GET', `/v1/shops/${this.id}/stock/${sku.id}`)
            await this.owner.does('PUT', `/v1/shops/${this.id}/stock/${sku.id}`, { total: pieces, version: stock?.version ?? 0 })
        }
    }
    async ships(order: string, waybill: string): Promise<void> {
        await this.owner.does('POST', `/v1/shops/${this.id}/orders/${order}/parcels`, { carrier: 'sandbox', waybill })
        await until('the order hears that it was shipped', async () => (await this.owner.does<{ state: string }>('GET', `/v1/shops/${this.id}/orders/${order}`)).state !== 'paid')
    }
    async answersRefunds(granted: boolean, why?: string): Promise<void> {
        const { items } = await this.owner.does<{ items: { id: string }[] }>('GET', `/v1/shops/${this.id}/refunds?open=true`)
        for (const refund of items) await this.owner.does('POST', `/v1/shops/${this.id}/refunds/${refund.id}/answer`, { granted, why })
    }
    private async category(): Promise<string> {
        const { items } = await this.owner.does<{ items: { category: string; parent: string }[] }>('GET', '/v1/categories')
        const leaf = items.find((c) => c.parent !== '')
        if (!leaf) throw new Error('no categories')
        return leaf.category
    }
}
// Orders one piece and pays it at the sandbox gateway; the order's id.
export async function buys(buyer: Person, product: Product): Promise<string> {
    const [address] = await buyer.does<{ id: string }[]>('GET', '/v1/addresses')
    const sku = product.skus[0]
    const { order } = await buyer.does<{ order: string }>('POST', '/v1/orders', { shop: product.shop, lines: [{ sku: sku?.id, count: 1 }], address: address?.id, expected_total: sku?.price })
    const payment = await buyer.does<{ id: string; pay_url: string }>('POST', '/v1/payments', { orders: [{ shop: product.shop, order }], return_to: '/orders' })
    const page = await fetch(new URL(payment.pay_url, buyer.home))
    const pay = /<form method="post" action="([^"]+\/pay)"/.exec(await page.text())?.[1]
    if (!pay) throw new Error('the gateway shows no way to pay')
    await fetch(new URL(pay.replaceAll('&amp;', '&'), buyer.home), { method: 'POST', redirect: 'manual', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })
    for (let turn = 0; turn < 400; turn++) {
        const { state } = await buyer.does<{ state: string }>('GET', `/v1/shops/${product.shop}/orders/${order}`)
        if (state === 'paid') return order
        await new Promise((wait) => setTimeout(wait, 50))
    }
    throw new Error('the order was never paid')
}
// Stock is counted a moment after a product was entered; until then its page says that it is sold out.
async function counted(somebody: Person, product: Product): Promise<void> {
    for (let turn = 0; turn < 400; turn++) {
        const { skus } = await somebody.does<{ skus: { available: number }[] }>('GET', `/v1/products/${product.id}/offer`)
        if (skus.every((sku) => sku.available > 0)) return
        await new Promise((wait) => setTimeout(wait, 50))
    }
    throw new Error(`${product.title} is never counted`)
}
let shops = 0 // names are unique in a town
