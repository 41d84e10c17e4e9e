// A note as every list shows it, wherever the list comes from.
import type { FeedCard, NoteCard, Page, PersonCard, Picture } from '@meadow/api'

export interface ShownNote {
    id: string
    title: string
    cover?: Picture
    video: boolean
    author: PersonCard
    likes: number
    liked: boolean
    disclosed: boolean
}

// A feed's cards are rendered once for everybody; what is mine about them comes beside them.
export function cardsOf(page: { items: FeedCard[]; next?: string; mine?: { liked: string[] } }): Page<ShownNote> {
    const liked = new Set(page.mine?.liked)
    return { items: page.items.map((note) => ({ ...note, liked: liked.has(note.id) })), next: page.next }
}
export function ownCardsOf(page: Page<NoteCard>): Page<ShownNote> {
    return { items: page.items.map((note) => ({ ...note, video: note.cover?.kind === 'video', likes: note.counts.likes })), next: page.next }
}
