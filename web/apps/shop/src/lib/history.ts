// What this person searched for on this device, newest first.
import { ref } from 'vue'

const KEY = 'meadow.searched'
const most = 12

function kept(): string[] {
    try {
        const read: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
        return Array.isArray(read) ? read.filter((x): x is string => typeof x === 'string').slice(0, most) : []
    } catch {
        return []
    }
}
export const searched = ref<string[]>(kept())

export function remember(words: string): void {
    searched.value = [words, ...searched.value.filter((w) => w !== words)].slice(0, most)
    keep()
}
function keep(): void {
    try {
        localStorage.setItem(KEY, JSON.stringify(searched.value))
    } catch {
        // Without storage it lives as long as the page.
    }
}
export function forgetAll(): void {
    searched.value = []
    keep()
}
export function forget(words: string): void {
    searched.value = searched.value.filter((w) => w !== words)
    keep()
}
