// Notes that shall not stand in a feed again. The server knows those of who is signed in; a guest's are known to this device.
import { client, take } from '@meadow/api'
import { reactive } from 'vue'
import { chosenAnew } from './feed-choice'
import { useSession } from '../stores/session'

const KEY = 'meadow.hidden'
const most = 300

function kept(): string[] {
    try {
        const read: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
        return Array.isArray(read) ? read.filter((x): x is string => typeof x === 'string').slice(-most) : []
    } catch {
        return []
    }
}
const notes = reactive(new Set(kept()))
function keep(): void {
    try {
        localStorage.setItem(KEY, JSON.stringify([...notes].slice(-most)))
    } catch {
        // Without storage it holds until the page is closed.
    }
}
function set(note: string, wanted: boolean): void {
    if (wanted) notes.add(note)
    else notes.delete(note)
    keep()
}

export function isHidden(note: string): boolean {
    return notes.has(note)
}
// Shows at once, and is taken back when the server says no.
export async function hide(note: string): Promise<void> {
    set(note, true)
    if (!useSession().signedIn) return
    try {
        await take(client.PUT('/v1/me/hidden/notes/{note}', { params: { path: { note } } }))
    } catch (e) {
        set(note, false)
        throw e
    }
}
// Holds for feeds and search; an author's own page and a topic's stay as they are.
export async function hideAuthor(user: string): Promise<void> {
    await take(client.PUT('/v1/me/hidden/authors/{user}', { params: { path: { user } } }))
    chosenAnew.value++
}
export async function hideTopic(topic: string): Promise<void> {
    await take(client.PUT('/v1/me/hidden/topics/{topic}', { params: { path: { topic } } }))
    chosenAnew.value++
}
export async function unhide(note: string): Promise<void> {
    set(note, false)
    if (useSession().signedIn) await take(client.DELETE('/v1/me/hidden/notes/{note}', { params: { path: { note } } }))
}
