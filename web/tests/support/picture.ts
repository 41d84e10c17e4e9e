// A small PNG with a soft gradient, so that uploads need no file.
import { deflateSync } from 'node:zlib'

const crcTable = Array.from({ length: 256 }, (_, n) => {
    let c = n
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
    return c >>> 0
})
function crc(bytes: Uint8Array): number {
    let c = 0xffffffff
    for (const byte of bytes) c = (crcTable[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8)
    return (c ^ 0xffffffff) >>> 0
}
function chunk(kind: string, data: Uint8Array): Buffer {
    const body = Buffer.concat([Buffer.from(kind, 'ascii'), data])
    const out = Buffer.alloc(body.length + 8)
    out.writeUInt32BE(data.length, 0)
    body.copy(out, 4)
    out.writeUInt32BE(crc(body), out.length - 4)
    return out
}

export function picture(width: number, height: number, [r, g, b]: [number, number, number]): Uint8Array {
    const rows = Buffer.alloc(height * (1 + width * 3))
    for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
            const light = 0.7 + 0.3 * (x / width) - 0.3 * (y / height)
            const at = y * (1 + width * 3) + 1 + x * 3
            rows[at] = Math.min(255, r * light)
            rows[at + 1] = Math.min(255, g * light)
            rows[at + 2] = Math.min(255, b * light)
        }
    }
    const head = Buffer.alloc(13)
    head.writeUInt32BE(width, 0)
    head.writeUInt32BE(height, 4)
    head.set([8, 2, 0, 0, 0], 8)
    return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}
