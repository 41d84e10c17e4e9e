// The server's "no" (RFC 9457). `code` is what a page translates and decides by; `title` is English for those who read the wire.
export interface FieldFault {
    pointer: string // into the body ("/title"), "?name" for a query, "{name}" for a path
    detail: string
}

export class Refusal extends Error {
    constructor(
        readonly status: number,
        readonly code: string,
        readonly title: string,
        readonly faults: FieldFault[] = [],
    ) {
        super(title)
        this.name = 'Refusal'
    }
    // The first thing wrong with one member of what was sent.
    fault(member: string): string | undefined {
        return this.faults.find((f) => f.pointer === '/' + member)?.detail
    }
}

// The request never got an answer: no network, or the server is away.
export const OFFLINE = 'web.offline'
export const BROKEN = 'web.broken'

export function refusalFrom(status: number, body: unknown): Refusal {
    if (typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string') {
        const title = 'title' in body && typeof body.title === 'string' ? body.title : body.code
        const errors = 'errors' in body && Array.isArray(body.errors) ? body.errors.filter(isFault) : []
        return new Refusal(status, body.code, title, errors)
    }
    return new Refusal(status, BROKEN, 'The server gave an answer that is not its own')
}

function isFault(x: unknown): x is FieldFault {
    return typeof x === 'object' && x !== null && 'pointer' in x && typeof x.pointer === 'string' && 'detail' in x && typeof x.detail === 'string'
}
