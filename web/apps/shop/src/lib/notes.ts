import { client, take, type NotePage } from '@meadow/api'

export function loadNote(note: string): Promise<NotePage> {
    return take(client.GET('/v1/notes/{note}', { params: { path: { note } } }))
}
