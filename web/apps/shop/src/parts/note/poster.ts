// A picture to be shown around: the note's cover, its title, who wrote it, and a code that leads to it.
import type { NotePage } from '@meadow/api'
import { encode } from 'uqr'
import { address, nearest } from '../../lib/pictures'

const width = 750
const margin = 48
const code = 168 // pixels of the QR code's side

interface Words {
    by: string
    scan: string
}

export async function paintPoster(canvas: HTMLCanvasElement, note: NotePage, link: string, words: Words): Promise<void> {
    const cover = note.media[0]
    const image = cover ? await picture(address(cover, nearest(cover, width), 'jpg')) : undefined
    const top = image ? Math.round(width / Math.min(4 / 3, Math.max(3 / 4, image.width / image.height))) : 0
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    pen.font = titleFont
    const lines = wrapped(pen, note.title || note.text.slice(0, 60), width - margin * 2, 3)
    const foot = margin + lines.length * 56 + margin
    canvas.width = width
    canvas.height = top + foot + code + margin

    pen.fillStyle = '#ffffff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    if (image) drawCovering(pen, image, top)
    pen.fillStyle = '#211d17'
    pen.font = titleFont
    pen.textBaseline = 'top'
    lines.forEach((line, i) => pen.fillText(line, margin, top + margin + i * 56))
    pen.font = '28px sans-serif'
    pen.fillStyle = '#6b6357'
    pen.fillText(words.by, margin, top + foot + 20)
    pen.fillText(words.scan, margin, top + foot + 68)
    pen.font = '700 30px Georgia, serif'
    pen.fillStyle = '#c4351f'
    pen.fillText('Meadow', margin, top + foot + 122)
    drawCode(pen, link, width - margin - code, top + foot)
}
const titleFont = '600 40px "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'

function picture(src: string): Promise<HTMLImageElement> {
    return new Promise((there, missing) => {
        const image = new Image()
        image.onload = () => there(image)
        image.onerror = () => missing(new Error(src))
        image.src = src
    })
}
function drawCovering(pen: CanvasRenderingContext2D, image: HTMLImageElement, height: number): void {
    const scale = Math.max(width / image.width, height / image.height)
    const w = width / scale
    const h = height / scale
    pen.drawImage(image, (image.width - w) / 2, (image.height - h) / 2, w, h, 0, 0, width, height)
}
// Chinese breaks anywhere, so letter by letter is enough for a title of forty.
function wrapped(pen: CanvasRenderingContext2D, text: string, room: number, most: number): string[] {
    const lines: string[] = []
    let line = ''
    for (const letter of text) {
        if (line !== '' && pen.measureText(line + letter).width > room) {
            lines.push(line)
            line = ''
            if (lines.length === most) return [...lines.slice(0, -1), (lines.at(-1) ?? '').slice(0, -1) + '…']
        }
        line += letter
    }
    return line === '' ? lines : [...lines, line]
}
function drawCode(pen: CanvasRenderingContext2D, link: string, x: number, y: number): void {
    const { data, size } = encode(link, { ecc: 'M', border: 1 })
    const dot = code / size
    pen.fillStyle = '#ffffff'
    pen.fillRect(x, y, code, code)
    pen.fillStyle = '#211d17'
    data.forEach((row, r) => row.forEach((dark, c) => {
        if (dark) pen.fillRect(Math.floor(x + c * dot), Math.floor(y + r * dot), Math.ceil(dot), Math.ceil(dot))
    }))
}
