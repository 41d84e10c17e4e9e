// Filters a merchant keeps under a name. They are an address's query; kept on this device, by shop.
import { ref, type Ref } from 'vue'

export interface Filter {
    name: string
    query: Record<string, string>
}
const most = 20

export function useFilters(shop: string): { kept: Ref<Filter[]>; keep: (filter: Filter) => void; drop: (name: string) => void } {
    const key = `meadow.console.filters.${shop}`
    const kept = ref<Filter[]>(read(key))
    const write = () => localStorage.setItem(key, JSON.stringify(kept.value))
    return {
        kept,
        keep(filter) {
            kept.value = [...kept.value.filter((one) => one.name !== filter.name), filter].slice(-most)
            write()
        },
        drop(name) {
            kept.value = kept.value.filter((one) => one.name !== name)
            write()
        },
    }
}
function read(key: string): Filter[] {
    try {
        const found: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
        return Array.isArray(found) ? (found as Filter[]) : []
    } catch {
        return []
    }
}
