// Where a note was opened from: its author learns it as a sum, and the reader is told why they see it.
import type { ChosenBy } from '@meadow/api'
import { reactive } from 'vue'
import { tellOpened, type Surface } from './answers'
import type { ShownNote } from './feeds'

export type Origin = 'feed' | 'following' | 'nearby' | 'topic' | 'search' | 'related' | 'user' | 'product' | 'album' | 'share' | 'notification' | 'other'
// The words for it stand in the languages' files under `why`.
export type Why = Exclude<Origin, 'feed'> | `chosen.${ChosenBy}` | 'chosen.topicForAll'

const most = 200
const origins = reactive(new Map<string, { from: Origin; why: Why }>())

export function whyOf(note: Pick<ShownNote, 'why' | 'personal'>, from: Origin): Why {
    if (note.why === undefined) return from === 'feed' ? 'other' : from
    return note.why === 'topic' && !note.personal ? 'chosen.topicForAll' : `chosen.${note.why}`
}
export function opened(note: string, from: Origin, why: Why = from === 'feed' ? 'other' : from): void {
    origins.delete(note)
    origins.set(note, { from, why })
    const oldest = origins.keys().next()
    if (origins.size > most && !oldest.done) origins.delete(oldest.value)
}
// What these lists are called where it is told what readers opened. An album is somebody's own choice: a link, as it were.
const surfaces: Partial<Record<Origin, Surface>> = { following: 'following', nearby: 'nearby', topic: 'topic', search: 'search', related: 'related', user: 'person', product: 'product' }
export function openedCard(note: ShownNote, from: Origin, surface = from === 'feed' && note.why === 'latest' ? 'latest' : surfaces[from]): void {
    opened(note.id, from, whyOf(note, from))
    const met = note.personal ? 'discover' : surface
    if (met !== undefined) tellOpened(note.id, { surface: met, slot: note.slot })
}
export function cameFrom(note: string): Origin {
    return origins.get(note)?.from ?? 'other'
}
export function cameBecause(note: string): Why {
    return origins.get(note)?.why ?? 'other'
}
