// Some reasons are the server's own, written in English; people's words stand as they are. A key of a group of texts, for those.
export function keyOfReason(group: string, why: string): string {
    return `${group}.${why.toLowerCase().replace(/[^a-z]+/g, '_')}`
}
// What a state already says by its name.
const said = new Set(['paid', 'shipped', 'delivered', 'received', 'refunded'])
export function adds(why: string): boolean {
    return why !== '' && !said.has(why)
}
