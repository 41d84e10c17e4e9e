// One picture out of a video, to be its cover. Undefined where this browser cannot play it: then the server paints one.
const longest = 1440 // pixels
const patience = 8_000 // milliseconds

export async function frameOf(film: File, at: number): Promise<File | undefined> {
    const video = document.createElement('video')
    video.muted = true
    video.preload = 'auto'
    video.src = URL.createObjectURL(film)
    try {
        await heard(video, 'loadeddata')
        const end = Number.isFinite(video.duration) ? video.duration : at
        video.currentTime = Math.min(at, Math.max(0, end - 0.05))
        await heard(video, 'seeked')
        const scale = Math.min(1, longest / Math.max(video.videoWidth, video.videoHeight))
        const canvas = document.createElement('canvas')
        canvas.width = Math.round(video.videoWidth * scale)
        canvas.height = Math.round(video.videoHeight * scale)
        canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height)
        const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.86))
        return blob ? new File([blob], 'cover.jpg', { type: 'image/jpeg' }) : undefined
    } catch {
        return undefined
    } finally {
        URL.revokeObjectURL(video.src)
    }
}
function heard(video: HTMLVideoElement, what: 'loadeddata' | 'seeked'): Promise<void> {
    return new Promise((done, failed) => {
        const late = setTimeout(() => failed(new Error('the video does not move')), patience)
        video.addEventListener(what, () => (clearTimeout(late), done()), { once: true })
        video.addEventListener('error', () => (clearTimeout(late), failed(new Error('not playable here'))), { once: true })
    })
}
