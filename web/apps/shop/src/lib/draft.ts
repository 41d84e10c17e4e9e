// What somebody is writing: kept on this device with every letter, and on the server when they say so. It may be a new note, a draft
// of the server's, or a note that is already read and is being changed.
import { client, freshKey, take, type NotePage, type NoteState, type Picture, type Visibility } from '@meadow/api'
import { reactive, watch } from 'vue'

export interface Draft {
    note: string // its id, once the server knows it
    version: number
    state: NoteState | 'new'
    title: string
    text: string
    pictures: Picture[]
    products: { id: string; title: string }[]
    place?: { name: string; latitude?: number; longitude?: number }
    visibility: Visibility
    advertises: boolean
    publishAt: string // as <input type="datetime-local"> has it; empty: at once
}
const KEY = 'meadow.draft'

export function blank(): Draft {
    return { note: '', version: 0, state: 'new', title: '', text: '', pictures: [], products: [], visibility: 'public', advertises: false, publishAt: '' }
}
export function draftOf(note: NotePage): Draft {
    return {
        note: note.id,
        version: note.version,
        state: note.state,
        title: note.title,
        text: note.text,
        pictures: note.media,
        products: note.products.map(({ id, title }) => ({ id, title })),
        place: note.place,
        visibility: note.visibility,
        advertises: note.disclosed && note.products.length === 0,
        publishAt: note.due_at ? localTime(new Date(note.due_at)) : '',
    }
}
function localTime(at: Date): string {
    return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

export function useDraft(): { draft: Draft; become: (other: Draft) => void; forget: () => void } {
    const draft = reactive<Draft>(kept())
    watch(draft, keep)
    function keep(): void {
        try {
            localStorage.setItem(KEY, JSON.stringify(draft))
        } catch {
            // Storage is full or switched off; the page still has it.
        }
    }
    function become(other: Draft): void {
        Object.assign(draft, { place: undefined }, other)
    }
    function forget(): void {
        become(blank())
        localStorage.removeItem(KEY)
    }
    return { draft, become, forget }
}
// What an older version of this app kept may lack members; what is no draft at all is none.
function kept(): Draft {
    try {
        const read: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
        return typeof read === 'object' && read !== null ? { ...blank(), ...(read as Partial<Draft>) } : blank()
    } catch {
        return blank()
    }
}

function contentOf(draft: Draft) {
    return {
        title: draft.title.trim(),
        text: draft.text.trim(),
        media: draft.pictures.map((p) => p.id),
        products: draft.products.map((p) => p.id),
        place: draft.place?.name ? draft.place : undefined,
        visibility: draft.visibility,
        advertises: draft.advertises,
    }
}
const at = (draft: Draft) => ({ params: { path: { note: draft.note } } })

// Onto the server, to be gone on with from any device.
export async function saveDraft(draft: Draft, key = freshKey()): Promise<void> {
    const body = contentOf(draft)
    const saved =
        draft.state === 'new'
            ? await take(client.POST('/v1/drafts', { body, headers: { 'Idempotency-Key': key } }))
            : await take(client.PUT('/v1/drafts/{note}', { ...at(draft), body: { ...body, expected_version: draft.version } }))
    Object.assign(draft, { note: saved.id, version: saved.version, state: 'draft' })
}
// Before everybody, now or at its time. Returns the note. The same key never publishes twice.
export async function publish(draft: Draft, key: string): Promise<NotePage> {
    const publish_at = draft.publishAt ? new Date(draft.publishAt).toISOString() : undefined
    const headers = { 'Idempotency-Key': key }
    if (draft.state === 'new') return take(client.POST('/v1/notes', { body: { ...contentOf(draft), publish_at }, headers }))
    if (draft.state !== 'draft') return take(client.PUT('/v1/notes/{note}', { ...at(draft), body: { ...contentOf(draft), expected_version: draft.version } }))
    await saveDraft(draft)
    return take(client.POST('/v1/drafts/{note}/publish', { ...at(draft), body: { expected_version: draft.version, publish_at }, headers }))
}
