// Pictures and videos on their way to the server: pictures are made smaller first, all are tried again when the line breaks, and
// whoever asks is told how far they are.
import { client, counted, OFFLINE, Refusal, take, type Picture } from '@meadow/api'

const longest = 2560 // pixels; the server keeps nothing larger
const enough = 900_000 // bytes: smaller files go as they are

export async function smaller(file: File): Promise<Blob> {
    if (file.size <= enough || !/^image\/(jpeg|png|webp)$/.test(file.type)) return file
    let bitmap: ImageBitmap
    try {
        bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
    } catch {
        return file // the server says what is wrong with it
    }
    const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(bitmap.width * scale)
    canvas.height = Math.round(bitmap.height * scale)
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    bitmap.close()
    const packed = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.86))
    return packed && packed.size < file.size ? packed : file
}

const tries = 3

interface Way {
    cover?: string // of a video: a picture uploaded before
    told?: (part: number) => void // how much of it is sent, from 0 to 1
}
export async function upload(file: File, aborted: AbortSignal, { cover, told }: Way = {}): Promise<Picture> {
    const body = await smaller(file)
    for (let turn = 1; ; turn++) {
        try {
            return await take(
                client.POST('/v1/media', {
                    params: { query: { cover } },
                    body: body as unknown as string, // the document says "bytes"; the browser sends them as they are
                    bodySerializer: (bytes) => bytes as unknown as Blob,
                    headers: { 'Content-Type': body.type || 'application/octet-stream' },
                    signal: aborted,
                    ...(told ? { fetch: counted(told) } : {}),
                }),
            )
        } catch (error) {
            const again = error instanceof Refusal && (error.code === OFFLINE || error.status === 503)
            if (!again || turn === tries) throw error
            await new Promise((wait) => setTimeout(wait, 700 * 2 ** turn))
        }
    }
}
