// What happened, and what is asked before something happens that others will notice.
import { BROKEN, Refusal } from '@meadow/api'
import { reasonOf } from '@meadow/ui'
import { ElMessage, ElMessageBox } from 'element-plus'
import { i18n } from './i18n'

export function say(message: string): void {
    ElMessage({ message, type: 'success', grouping: true, duration: 2400 + message.length * 40 })
}

export function reason(error: unknown): string {
    if (!(error instanceof Refusal)) return reasonOf(BROKEN)
    const first = error.faults[0]
    return first ? `${reasonOf(error.code)} (${first.pointer.replace(/^\//, '')}: ${first.detail})` : reasonOf(error.code)
}

export function sayWhy(error: unknown): void {
    ElMessage({ message: reason(error), type: 'error', grouping: true, duration: 6000 })
}

// Does it, says that it is done, and does not hide it when it is not. True when done.
export async function doing(act: () => Promise<unknown>, done: string): Promise<boolean> {
    try {
        await act()
    } catch (e) {
        sayWhy(e)
        return false
    }
    say(done)
    return true
}

const { t } = i18n.global

// Whether the person means it.
export async function sure(title: string, text: string, word: string): Promise<boolean> {
    try {
        await ElMessageBox.confirm(text, title, { confirmButtonText: word, cancelButtonText: t('act.cancel'), draggable: false })
        return true
    } catch {
        return false // thought better of it
    }
}

// Why something is done: those it concerns will read it. Nothing when the person thought better of it.
export async function because(title: string, text: string, word: string, most = 300, least = 1): Promise<string | undefined> {
    try {
        const { value } = await ElMessageBox.prompt(text, title, {
            inputType: 'textarea',
            confirmButtonText: word,
            cancelButtonText: t('act.cancel'),
            inputValidator: (given: string | null) => {
                const length = (given ?? '').trim().length
                return (length >= least && length <= most) || t('reason.length', { least, most })
            },
        })
        return value.trim()
    } catch {
        return undefined
    }
}
