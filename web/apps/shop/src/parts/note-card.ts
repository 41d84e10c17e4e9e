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
const excerpt = { above: 4, line: 18, size: 12 }

export function foreseeNote(note: ShownNote, width: number): number {
    const picture = note.cover ? width / coverRatio(note.cover) : bare
    const lines = (text: string, letter: number): number => Math.min(2, Math.max(1, Math.ceil(breadth(text, letter) / (width - inset))))
    const found = note.excerpt ? excerpt.above + lines(note.excerpt.text, excerpt.size) * excerpt.line : 0
    return picture + padding + lines(note.title, size) * line + found + foot
}

// Wide letters are as wide as they are tall, others about half of that.
function breadth(text: string, size: number): number {
    let sum = 0
    for (const letter of text) sum += (letter.codePointAt(0) ?? 0) > 0x2e7f ? size : size * 0.55
    return sum
}
