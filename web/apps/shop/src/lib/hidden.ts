// Notes this device shall not show in a feed again. The engine of a signed-in reader is told as well (answers).
import { reactive } from 'vue'
import { takeBack, tellHidden } from './answers'

const KEY = 'meadow.hidden'
const most = 300

function kept(): string[] {
    try {
        const read: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
        return Array.isArray(read) ? read.filter((x): x is string => typeof x === 'string').slice(-most) : []
    } catch {
        return []
    }
}
const notes = reactive(new Set(kept()))
function keep(): void {
    try {
        localStorage.setItem(KEY, JSON.stringify([...notes].slice(-most)))
    } catch {
        // Without storage it holds until the page is closed.
    }
}

export function isHidden(note: string): boolean {
    return notes.has(note)
}
export function hide(note: string): void {
    notes.add(note)
    keep()
    tellHidden(note)
}
export function unhide(note: string): void {
    notes.delete(note)
    keep()
    takeBack(note)
}
