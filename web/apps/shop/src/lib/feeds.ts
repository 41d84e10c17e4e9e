// A note as every list shows it, wherever the list comes from.
import { client, take, type ChosenBy, type FeedCard, type Excerpt, type Highlight, type NoteCard, type NoteMatch, type Page, type PersonCard, type Picture } from '@meadow/api'
import { knowPersonal } from './answers'
import { keepFeed } from './offline'

export interface ShownNote {
    id: string
    title: string
    cover?: Picture
    video: boolean
    author: PersonCard
    likes: number
    liked: boolean
    disclosed: boolean
    topics?: string[]
    found?: Highlight[] // where the title matched a search
    excerpt?: Excerpt // of the text, where the title did not
    why?: ChosenBy // what put it on a page of Discover
    personal?: boolean // that page was made for this reader, and learns from what they open
    slot?: number // its place on the page it came with, 1 for the first
    metres?: number // how far away it was written, where that was asked for
}

interface Cards {
    items: FeedCard[]
    next?: string
    mine?: { liked: string[] }
    metres?: number[]
}
// A feed's cards are rendered once for everybody; what is mine about them comes beside them.
export function cardsOf(page: Cards): Page<ShownNote> {
    const liked = new Set(page.mine?.liked)
    return { items: page.items.map((note, i) => ({ ...note, liked: liked.has(note.id), slot: i + 1, metres: page.metres?.[i] })), next: page.next }
}
// Found by a search: each with where its title matched, or where its text did.
export function foundCardsOf(page: { items: FeedCard[]; matches: NoteMatch[]; next?: string; mine?: { liked: string[] } }): Page<ShownNote> {
    const cards = cardsOf(page)
    const items = cards.items.map((note, i): ShownNote => {
        const { title, text } = page.matches[i] ?? { title: [], text: { text: '', highlights: [] } }
        return { ...note, found: title, excerpt: title.length === 0 && text.highlights.length > 0 ? text : undefined }
    })
    return { ...cards, items }
}
export function ownCardsOf(page: Page<NoteCard>): Page<ShownNote> {
    return { items: page.items.map((note) => ({ ...note, video: note.cover?.kind === 'video', likes: note.counts.likes })), next: page.next }
}

export async function latestPage(cursor: string | undefined): Promise<Page<ShownNote>> {
    const read = await take(client.GET('/v1/feed/latest', { params: { query: { cursor } } }))
    if (cursor === undefined) keepFeed('latest', read)
    const page = cardsOf(read)
    return { ...page, items: page.items.map((note) => ({ ...note, why: 'latest' })) }
}

// What the engine chose, each note with its true reason. Somebody nobody knows is chosen a few pages, the same for all of them; then
// come the others, newest first. Readers who are known are shown nothing twice in 30 days, so for them the feed ends.
const others = 'latest:'
export async function discoverPage(cursor: string | undefined): Promise<Page<ShownNote>> {
    if (cursor?.startsWith(others)) {
        const page = await latestPage(cursor.slice(others.length) || undefined)
        return { ...page, next: page.next && others + page.next }
    }
    const page = await take(client.GET('/v1/feed/discover', { params: { query: { cursor } } }))
    if (cursor === undefined) keepFeed('discover', page)
    knowPersonal(page.personal)
    const why = new Map(page.reasons.map((reason) => [reason.note, reason.source]))
    const cards = cardsOf(page)
    return { items: cards.items.map((note) => ({ ...note, why: why.get(note.id), personal: page.personal })), next: page.next ?? (page.personal ? undefined : others) }
}
