// Hands the person a file. Long lists come from the server in several files (X-Next-Cursor); here they are one.
import { BROKEN, OFFLINE, Refusal, refusalFrom } from '@meadow/api'

interface Part {
    data?: unknown
    error?: unknown
    response: Response
}
const most = 50 // files; who wants more asks for a shorter time

export async function whole(ask: (cursor: string | undefined) => Promise<Part>): Promise<string> {
    let text = ''
    let cursor: string | undefined
    for (let n = 0; n < most; n++) {
        let part: Part
        try {
            part = await ask(cursor)
        } catch {
            throw new Refusal(0, OFFLINE, 'No connection')
        }
        if (!part.response.ok) throw refusalFrom(part.response.status, part.error)
        if (typeof part.data !== 'string') throw new Refusal(0, BROKEN, 'Not a text')
        text += n === 0 ? part.data : part.data.slice(part.data.indexOf('\n') + 1) // the head line once
        cursor = part.response.headers.get('X-Next-Cursor') ?? undefined
        if (cursor === undefined) break
    }
    return text
}

export function save(name: string, text: string): void {
    const address = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv' })) // the mark tells Excel that it is UTF-8
    const link = document.createElement('a')
    link.href = address
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
