// How many stand on a page of a list: "100+" when there are more.
export function counted(page: { items: unknown[]; next?: string } | undefined): string {
    return page ? `${page.items.length}${page.next ? '+' : ''}` : '—'
}
