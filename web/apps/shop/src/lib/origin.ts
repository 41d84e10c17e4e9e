// Where a note was opened from: its author learns it as a sum, and the reader is told why they see it.
import { reactive } from 'vue'

export type Origin = 'feed' | 'following' | 'nearby' | 'topic' | 'search' | 'user' | 'product' | 'album' | 'share' | 'notification' | 'other'
const most = 200
const origins = reactive(new Map<string, Origin>())

export function opened(note: string, from: Origin): void {
    origins.delete(note)
    origins.set(note, from)
    const oldest = origins.keys().next()
    if (origins.size > most && !oldest.done) origins.delete(oldest.value)
}
export function cameFrom(note: string): Origin {
    return origins.get(note) ?? 'other'
}
