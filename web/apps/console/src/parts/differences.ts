// What a change would change: names of members, and "sku:红 / 50ml" for single choices. Pure.
import type { ProductContent, SkuContent } from '@meadow/api'

export function choiceOf(sku: SkuContent): string {
    return (sku.choice ?? []).join(' / ')
}

const members = ['title', 'description', 'category', 'tax', 'commission', 'pictures', 'options'] as const

export function differences(before: ProductContent, after: ProductContent): Set<string> {
    const found = new Set<string>()
    for (const member of members) if (JSON.stringify(before[member]) !== JSON.stringify(after[member])) found.add(member)
    const old = new Map((before.skus ?? []).map((sku) => [choiceOf(sku), sku]))
    const now = new Map((after.skus ?? []).map((sku) => [choiceOf(sku), sku]))
    for (const choice of new Set([...old.keys(), ...now.keys()])) {
        if (JSON.stringify(shown(old.get(choice))) !== JSON.stringify(shown(now.get(choice)))) found.add('sku:' + choice)
    }
    return found
}
// Stock is not reviewed: it is counted, not promised.
function shown(sku: SkuContent | undefined): unknown {
    return sku && [sku.price, sku.market_price ?? 0, sku.barcode ?? '', sku.merchant_code ?? '', sku.picture ?? '', sku.enabled ?? true]
}
