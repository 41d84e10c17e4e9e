// How tall a card will be, known before it is drawn.
import type { Picture } from '@meadow/api'
import type { ShownNote } from '../lib/feeds'

// Covers keep their proportions between 3:4 and 4:3; beyond that they are cropped, or a panorama would be a stripe.
export function coverRatio(cover: Picture): number {
    return Math.min(4 / 3, Math.max(3 / 4, cover.width / cover.height))
}

const bare = 44 // without a picture
const padding = 10
const line = 22
const foot = 44
const inset = 24 // left and right of the title
const size = 15 // of its letters

export function foreseeNote(note: ShownNote, width: number): number {
    const picture = note.cover ? width / coverRatio(note.cover) : bare
    const lines = Math.min(2, Math.max(1, Math.ceil(breadth(note.title) / (width - inset))))
    return picture + padding + lines * line + foot
}

// Wide letters are as wide as they are tall, others about half of that.
function breadth(text: string): number {
    let sum = 0
    for (const letter of text) sum += (letter.codePointAt(0) ?? 0) > 0x2e7f ? size : size * 0.55
    return sum
}
