// What the server's refusals mean to a person, and what to do next. One list for both applications; a test holds it against the
// list the server publishes.
import { shallowRef } from 'vue'
import type { Language } from './format'

const reasons = shallowRef<Record<string, string>>({})

export async function loadReasons(language: Language): Promise<void> {
    const list = language === 'zh-CN' ? await import('./refusals/zh-CN.json') : await import('./refusals/en.json')
    reasons.value = list.default
}
export function reasonOf(code: string): string {
    return reasons.value[code] ?? reasons.value['web.broken'] ?? code
}
