// Tells a person what happened, in their language: one line at a time, gone by itself.
import { BROKEN, Refusal } from '@meadow/api'
import { reasonOf } from '@meadow/ui'
import { ref } from 'vue'

export interface Saying {
    id: number
    text: string
    wrong: boolean
}
export const saying = ref<Saying | null>(null)

let last = 0
let timer: ReturnType<typeof setTimeout> | undefined

export function say(text: string, wrong = false): void {
    saying.value = { id: ++last, text, wrong }
    clearTimeout(timer)
    timer = setTimeout(() => (saying.value = null), 2400 + text.length * 40)
}

export function reason(error: unknown): string {
    return reasonOf(error instanceof Refusal ? error.code : BROKEN)
}

export function sayWhy(error: unknown): void {
    say(reason(error), true)
}
