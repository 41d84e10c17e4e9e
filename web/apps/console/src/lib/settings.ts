// A rule's number as a person reads it: "180d" → "180 天", 3000 of 10,000 → "30%".
import type { SettingView } from '@meadow/api'
import { price, type Language } from '@meadow/ui/format'
import zh from '../locales/settings.zh-CN.json'

const chinese: Record<string, string> = zh
// The server says in English what a setting is about.
export function aboutOf(setting: Pick<SettingView, 'name' | 'about'>, language: Language): string {
    return (language === 'zh-CN' ? chinese[setting.name] : undefined) ?? setting.about
}

const units = { d: 'day', h: 'hour', m: 'minute', s: 'second', ms: 'millisecond' } as const
export function written(value: string, unit: string, language: Language, words: { on: string; off: string }): string {
    const n = Number(value)
    if (unit === 'switch') return value === 'on' ? words.on : words.off
    if (unit === 'duration') {
        const part = (text: string, of: keyof typeof units) => new Intl.NumberFormat(language, { style: 'unit', unit: units[of], unitDisplay: 'long' }).format(Number(text))
        const found = [...value.matchAll(/(\d+)(ms|[dhms])/g)]
        return found.length > 0 ? found.map(([, count, of]) => part(count ?? '', of as keyof typeof units)).join(' ') : value
    }
    if (!Number.isFinite(n)) return value
    if (unit === 'fen') return price(n)
    if (unit === 'per 10,000') return `${n / 100}%`
    return n.toLocaleString(language)
}
