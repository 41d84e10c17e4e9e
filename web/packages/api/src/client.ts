// The only way the applications call the server. Typed by schema.d.ts, which is generated from docs/openapi.json.
import createClient, { type Middleware } from 'openapi-fetch'
import type { paths } from './schema'
import { OFFLINE, Refusal, refusalFrom } from './refusal'

export const client = createClient<paths>({ baseUrl: '', credentials: 'same-origin' })

let csrf: string | undefined
// GET /v1/session and both ways to sign in hand out the proof that a write comes from our own pages.
export function proveWith(proof: string | undefined): void {
    csrf = proof
}

// A key that makes a write happen once however often it is sent. The caller keeps it while it tries again.
export function freshKey(): string {
    const bytes = crypto.getRandomValues(new Uint8Array(16))
    return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')
}

const prove: Middleware = {
    onRequest({ request }) {
        if (request.method === 'GET' || request.method === 'HEAD') return undefined
        if (csrf !== undefined) request.headers.set('X-CSRF-Token', csrf)
        if (!request.headers.has('Idempotency-Key')) request.headers.set('Idempotency-Key', freshKey())
        return request
    },
}
client.use(prove)

interface Answer<T> {
    data?: T
    error?: unknown
    response: Response
}

// Turns an answer into its data, or throws the Refusal.
export async function take<T>(asked: Promise<Answer<T>>): Promise<T> {
    let answer: Answer<T>
    try {
        answer = await asked
    } catch (e) {
        if (e instanceof DOMException && e.name === 'AbortError') throw e
        throw new Refusal(0, OFFLINE, 'No connection')
    }
    if (!answer.response.ok) throw refusalFrom(answer.response.status, answer.error)
    return answer.data as T
}
