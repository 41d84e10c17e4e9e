// Views of a shop's orders that its staff keep under a name: an address's query each, shared through the server.
import { client, take, type OrderFilter } from '@meadow/api'
import { useLoad, type Load } from '@meadow/ui'

export interface Filters extends Pick<Load<OrderFilter[]>, 'data' | 'error'> {
    keep: (name: string, query: Record<string, string>) => Promise<void>
    drop: (name: string) => Promise<void>
}

export function useFilters(shop: string): Filters {
    const { data, error, reload } = useLoad(async () => (await take(client.GET('/v1/shops/{shop}/order-filters', { params: { path: { shop } } }))).items)
    return {
        data,
        error,
        async keep(name, query) {
            await take(client.PUT('/v1/shops/{shop}/order-filters/{name}', { params: { path: { shop, name } }, body: { query: new URLSearchParams(query).toString() } }))
            await reload()
        },
        async drop(name) {
            await take(client.DELETE('/v1/shops/{shop}/order-filters/{name}', { params: { path: { shop, name } } }))
            await reload()
        },
    }
}

// What a kept view asks of the page; other words in it are nobody's.
export function queryOf(filter: Pick<OrderFilter, 'query'>): Record<string, string> {
    const wanted = new URLSearchParams(filter.query)
    return Object.fromEntries(['state', 'from', 'until'].flatMap((key) => (wanted.get(key) ? [[key, wanted.get(key) ?? '']] : [])))
}
