// A note as every list shows it, wherever the list comes from.
import { client, take, type FeedCard, type Highlight, type NoteCard, type NoteMatch, type Page, type PersonCard, type Picture } from '@meadow/api'

export interface ShownNote {
    id: string
    title: string
    cover?: Picture
    video: boolean
    author: PersonCard
    likes: number
    liked: boolean
    disclosed: boolean
    found?: Highlight[] // where the title matched a search
}

// A feed's cards are rendered once for everybody; what is mine about them comes beside them.
export function cardsOf(page: { items: FeedCard[]; next?: string; mine?: { liked: string[] } }): Page<ShownNote> {
    const liked = new Set(page.mine?.liked)
    return { items: page.items.map((note) => ({ ...note, liked: liked.has(note.id) })), next: page.next }
}
// Found by a search: each with where its title matched.
export function foundCardsOf(page: { items: FeedCard[]; matches: NoteMatch[]; next?: string; mine?: { liked: string[] } }): Page<ShownNote> {
    const cards = cardsOf(page)
    return { ...cards, items: cards.items.map((note, i) => ({ ...note, found: page.matches[i]?.title })) }
}
export function ownCardsOf(page: Page<NoteCard>): Page<ShownNote> {
    return { items: page.items.map((note) => ({ ...note, video: note.cover?.kind === 'video', likes: note.counts.likes })), next: page.next }
}

export function latestPage(cursor: string | undefined) {
    return take(client.GET('/v1/feed/latest', { params: { query: { cursor } } }))
}
