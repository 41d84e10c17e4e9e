// A note's text cut at its #topics and @mentions. Places are UTF-16 code units, as in our strings. Pure.
import type { Mark } from '@meadow/api'

export type Piece = { kind: 'text'; text: string } | { kind: 'topic'; text: string; name: string } | { kind: 'mention'; text: string; user: string }

export function pieces(text: string, marks: Mark[]): Piece[] {
    const out: Piece[] = []
    let at = 0
    const push = (piece: Piece): void => {
        if (piece.text !== '') out.push(piece)
    }
    for (const mark of [...marks].sort((a, b) => a.begin - b.begin)) {
        if (mark.begin < at || mark.end > text.length) continue // not of this text
        push({ kind: 'text', text: text.slice(at, mark.begin) })
        const said = text.slice(mark.begin, mark.end)
        if (mark.kind === 'topic') push({ kind: 'topic', text: said, name: mark.name })
        else if (mark.user !== undefined) push({ kind: 'mention', text: said, user: mark.user })
        else push({ kind: 'text', text: said })
        at = mark.end
    }
    push({ kind: 'text', text: text.slice(at) })
    return out
}
