// Tells a person what happened, in their language: one line at a time, gone by itself, with at most one thing to do about it.
import { BROKEN, Refusal } from '@meadow/api'
import { reasonOf } from '@meadow/ui'
import { ref } from 'vue'

export interface Remedy {
    label: string
    go: () => void
}
export interface Saying {
    id: number
    text: string
    wrong: boolean
    remedy?: Remedy
}
export const saying = ref<Saying | null>(null)

let last = 0
let timer: ReturnType<typeof setTimeout> | undefined

export function say(text: string, wrong = false, remedy?: Remedy): void {
    saying.value = { id: ++last, text, wrong, remedy }
    clearTimeout(timer)
    timer = setTimeout(hush, (remedy ? 5000 : 2400) + text.length * 40)
}
export function hush(): void {
    saying.value = null
}

export function reason(error: unknown): string {
    return reasonOf(error instanceof Refusal ? error.code : BROKEN)
}

export function sayWhy(error: unknown): void {
    say(reason(error), true)
}
