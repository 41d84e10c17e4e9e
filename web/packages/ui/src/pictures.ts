// Addresses of pictures (the server keeps each in a ladder of widths).
import type { Picture } from '@meadow/api'

export function address(picture: Picture, width: number, kind: 'webp' | 'jpg'): string {
    return `/media/${picture.key}/${width}.${kind}`
}
export function srcset(picture: Picture, kind: 'webp' | 'jpg'): string {
    return picture.widths.map((w) => `${address(picture, w, kind)} ${w}w`).join(', ')
}
// The smallest that fills `wanted` device pixels.
export function nearest(picture: Picture, wanted: number): number {
    return picture.widths.find((w) => w >= wanted) ?? picture.widths.at(-1) ?? picture.width
}
// A picture of which only the id is known: an avatar, a product's cover in a card.
export function byId(media: string, width: number): string {
    return `/media/${media}/${width}.webp`
}
