// Pictures, or the one video, on their way into a note: each is uploaded by itself, at most three at a time, and tried again when it failed.
import type { Picture } from '@meadow/api'
import { computed, onUnmounted, ref, type Ref } from 'vue'
import { frameOf } from './frame'
import { address, nearest } from './pictures'
import { reason } from './say'
import { upload } from './upload'

export const mostShots = 18
const atOnce = 3
const early = 0.5 // seconds: films often begin black

export interface Shot {
    id: number
    preview: string
    file?: File
    picture?: Picture
    failed?: string
    part: number // of it that is sent, from 0 to 1
    video: boolean
    at: number // of a video: the second whose picture is its cover
}
export interface Shots {
    list: Ref<Shot[]>
    waiting: Ref<number> // how many are on their way
    add: (files: File[]) => { crowded: boolean; mixed: boolean } // whether some found no room, or did not go with the others
    full: Ref<boolean> // nothing more goes with it
    again: (id: number) => void
    replace: (id: number, file: File) => void
    cover: (id: number, at: number) => void // of a video, chosen anew
    remove: (id: number) => void
    move: (from: number, to: number) => void
    fill: (pictures: Picture[]) => void
}

const isFilm = (file: File): boolean => file.type.startsWith('video/')
export function useShots(changed: (pictures: Picture[]) => void, most = mostShots): Shots {
    const list = ref<Shot[]>([])
    let leaving = false
    let last = 0
    let running = 0
    const queue: number[] = []
    const lines = new Map<number, AbortController>() // of those on their way

    const waiting = computed(() => list.value.filter((s) => !s.picture && !s.failed).length)
    const full = computed(() => list.value.length >= most || list.value.some((s) => s.video))
    const tell = (): void => changed(list.value.flatMap((s) => (s.picture ? [s.picture] : [])))
    function drop(shot: Shot): void {
        if (shot.preview.startsWith('blob:')) URL.revokeObjectURL(shot.preview)
    }
    onUnmounted(() => {
        leaving = true
        lines.forEach((line) => line.abort())
        list.value.forEach(drop)
    })

    function pump(): void {
        while (running < atOnce && queue.length > 0) {
            const id = queue.shift()
            if (id !== undefined) void send(id)
        }
    }
    async function send(id: number): Promise<void> {
        const shot = list.value.find((s) => s.id === id)
        if (!shot?.file) return
        running++
        const line = new AbortController()
        lines.set(id, line)
        Object.assign(shot, { failed: undefined, part: 0 })
        try {
            const picture = await carry(shot, shot.file, line.signal)
            if (line.signal.aborted) return
            shot.picture = picture
            tell()
        } catch (e) {
            if (!line.signal.aborted) shot.failed = reason(e)
        } finally {
            if (lines.get(id) === line) lines.delete(id)
            running--
            if (!leaving) pump()
        }
    }
    // A video takes a picture of its own along, so that nobody meets a painted one.
    async function carry(shot: Shot, file: File, aborted: AbortSignal): Promise<Picture> {
        const frame = shot.video ? await frameOf(file, shot.at) : undefined
        const cover = frame ? (await upload(frame, aborted)).id : undefined
        return upload(file, aborted, { cover, told: (part) => (shot.part = part) })
    }
    function anew(id: number, changes: Partial<Shot>): void {
        lines.get(id)?.abort()
        const shot = list.value.find((s) => s.id === id)
        if (shot) Object.assign(shot, { picture: undefined, failed: undefined, part: 0 }, changes)
        tell()
        begin(id)
    }
    function begin(id: number): void {
        queue.push(id)
        pump()
    }
    return {
        list,
        waiting,
        full,
        add(files) {
            const fitting = full.value ? [] : list.value.length === 0 && files.slice(0, 1).some(isFilm) ? files.slice(0, 1) : files.filter((file) => !isFilm(file))
            const room = most - list.value.length
            for (const file of fitting.slice(0, room)) {
                const id = ++last
                list.value.push({ id, file, preview: URL.createObjectURL(file), part: 0, at: early, video: isFilm(file) })
                begin(id)
            }
            return { crowded: fitting.length > room, mixed: fitting.length < files.length }
        },
        again: begin,
        replace(id, file) {
            const shot = list.value.find((s) => s.id === id)
            if (!shot) return
            drop(shot)
            anew(id, { file, preview: URL.createObjectURL(file) })
        },
        cover: (id, at) => anew(id, { at }),
        remove(id) {
            lines.get(id)?.abort()
            list.value.filter((s) => s.id === id).forEach(drop)
            list.value = list.value.filter((s) => s.id !== id)
            tell()
        },
        move(from, to) {
            const moved = list.value[from]
            if (!moved || to < 0 || to >= list.value.length) return
            const others = list.value.filter((s) => s !== moved)
            others.splice(to, 0, moved)
            list.value = others
            tell()
        },
        fill(pictures) {
            list.value.forEach(drop)
            list.value = pictures.map((picture) => ({ id: ++last, preview: address(picture, nearest(picture, 480), 'webp'), picture, part: 1, at: early, video: picture.kind === 'video' }))
        },
    }
}
