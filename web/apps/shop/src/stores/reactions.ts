import { client, take, type NotePage } from '@meadow/api'
import { defineStore } from 'pinia'
import { reactive } from 'vue'
import type { ShownNote } from '../lib/feeds'
import { sayWhy } from '../lib/say'

interface Part {
    liked: boolean
    likes: number
    collected: boolean
    collects: number
}

// What I did with the notes on my screen. A tap shows at once and is taken back when the server says no; a card and the
// note's own page always agree.
export const useReactions = defineStore('reactions', () => {
    const parts = reactive(new Map<string, Part>())
    const follows = reactive(new Map<string, boolean>())
    const changed = new Map<string, number>() // when, by performance.now()

    // What the server last said, unless this device knows better.
    function seenCard(card: ShownNote): void {
        if (!parts.has(card.id)) {
            parts.set(card.id, { liked: card.liked, likes: card.likes, collected: false, collects: 0 })
        }
    }
    // What was asked before this device changed something does not know of it.
    function seenPage(note: NotePage, asked: number): void {
        if ((changed.get(note.id) ?? 0) > asked) return
        parts.set(note.id, { liked: note.me.liked, likes: note.counts.likes, collected: note.me.collected, collects: note.counts.collects })
        follows.set(note.author.id, note.me.following)
    }
    function part(note: string): Part {
        return parts.get(note) ?? { liked: false, likes: 0, collected: false, collects: 0 }
    }
    async function like(note: string, wanted: boolean): Promise<void> {
        const mine = parts.get(note)
        if (!mine || mine.liked === wanted) return
        changed.set(note, performance.now())
        const apply = (on: boolean) => {
            mine.liked = on
            mine.likes += on ? 1 : -1
        }
        apply(wanted)
        const at = { params: { path: { note } } }
        await settle(wanted ? take(client.PUT('/v1/notes/{note}/like', at)) : take(client.DELETE('/v1/notes/{note}/like', at)), () => apply(!wanted))
    }
    // Into `album`, when one is named; a note already collected moves there.
    async function collect(note: string, wanted: boolean, album?: string): Promise<void> {
        const mine = parts.get(note)
        if (!mine || (mine.collected === wanted && album === undefined)) return
        changed.set(note, performance.now())
        const before = mine.collected
        const apply = (on: boolean) => {
            if (mine.collected === on) return
            mine.collected = on
            mine.collects += on ? 1 : -1
        }
        apply(wanted)
        const at = { params: { path: { note } } }
        await settle(wanted ? take(client.PUT('/v1/notes/{note}/collect', { ...at, body: { album } })) : take(client.DELETE('/v1/notes/{note}/collect', at)), () =>
            apply(before),
        )
    }
    async function follow(user: string, wanted: boolean): Promise<void> {
        follows.set(user, wanted)
        const at = { params: { path: { user } } }
        await settle(wanted ? take(client.PUT('/v1/users/{user}/follow', at)) : take(client.DELETE('/v1/users/{user}/follow', at)), () =>
            follows.set(user, !wanted),
        )
    }
    async function settle(asked: Promise<unknown>, undo: () => void): Promise<void> {
        try {
            await asked
        } catch (error) {
            undo()
            sayWhy(error)
        }
    }
    return { parts, follows, seenCard, seenPage, part, like, collect, follow }
})
