// Pictures and videos on their way into a note: each is uploaded by itself, at most three at a time, and tried again when it failed.
import type { Picture } from '@meadow/api'
import { computed, onUnmounted, ref, type Ref } from 'vue'
import { address, nearest } from './pictures'
import { reason } from './say'
import { upload } from './upload'

export const mostShots = 18
const atOnce = 3

export interface Shot {
    id: number
    preview: string
    file?: File
    picture?: Picture
    failed?: string
    video: boolean
}
export interface Shots {
    list: Ref<Shot[]>
    waiting: Ref<number> // how many are on their way
    add: (files: File[]) => number // returns how many found no room
    again: (id: number) => void
    replace: (id: number, file: File) => void
    remove: (id: number) => void
    move: (from: number, to: number) => void
    fill: (pictures: Picture[]) => void
}

export function useShots(changed: (pictures: Picture[]) => void, most = mostShots): Shots {
    const list = ref<Shot[]>([])
    const leaving = new AbortController()
    let last = 0
    let running = 0
    const queue: number[] = []

    const waiting = computed(() => list.value.filter((s) => !s.picture && !s.failed).length)
    const tell = (): void => changed(list.value.flatMap((s) => (s.picture ? [s.picture] : [])))
    function drop(shot: Shot): void {
        if (shot.preview.startsWith('blob:')) URL.revokeObjectURL(shot.preview)
    }
    onUnmounted(() => {
        leaving.abort()
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
        shot.failed = undefined
        const file = shot.file
        try {
            const picture = await upload(file, leaving.signal)
            if (shot.file === file) shot.picture = picture
            tell()
        } catch (e) {
            if (!leaving.signal.aborted) shot.failed = reason(e)
        } finally {
            running--
            pump()
        }
    }
    function begin(id: number): void {
        queue.push(id)
        pump()
    }
    return {
        list,
        waiting,
        add(files) {
            const room = most - list.value.length
            for (const file of files.slice(0, room)) {
                const id = ++last
                list.value.push({ id, file, preview: URL.createObjectURL(file), video: file.type.startsWith('video/') })
                begin(id)
            }
            return Math.max(0, files.length - room)
        },
        again: begin,
        replace(id, file) {
            const shot = list.value.find((s) => s.id === id)
            if (!shot) return
            drop(shot)
            Object.assign(shot, { file, preview: URL.createObjectURL(file), picture: undefined, failed: undefined })
            begin(id)
        },
        remove(id) {
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
            list.value = pictures.map((picture) => ({ id: ++last, preview: address(picture, nearest(picture, 480), 'webp'), picture, video: picture.kind === 'video' }))
        },
    }
}
