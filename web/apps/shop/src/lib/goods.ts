// A product as somebody may buy it now: what it is, and what it costs and whether it is there at this moment.
import { client, take, type Offer, type ProductView } from '@meadow/api'
import { piecesOf, type Piece } from '../parts/specs'

export interface Goods {
    product: ProductView
    offer: Offer
    pieces: Piece[]
}

export async function loadGoods(id: string): Promise<Goods> {
    const at = { params: { path: { product: id } } }
    const [product, offer] = await Promise.all([take(client.GET('/v1/products/{product}', at)), take(client.GET('/v1/products/{product}/offer', at))])
    return { product, offer, pieces: piecesOf(product, offer) }
}
