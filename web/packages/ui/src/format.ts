// Numbers, money and times as people of a language write them. Pure.
export type Language = 'zh-CN' | 'en'

// 12345 → "1.2万" / "12.3K". Exact below ten thousand (zh) and one thousand (en).
export function count(n: number, language: Language): string {
    if (language === 'zh-CN') {
        if (n < 10_000) return String(n)
        if (n < 100_000_000) return tenth(n / 10_000) + '万'
        return tenth(n / 100_000_000) + '亿'
    }
    if (n < 1_000) return String(n)
    if (n < 1_000_000) return tenth(n / 1_000) + 'k'
    return tenth(n / 1_000_000) + 'm'
}

// One decimal, cut off rather than rounded: 19,999 likes are not yet 2万.
function tenth(x: number): string {
    return String(Math.floor(x * 10) / 10)
}

// Whole fen → the parts a price is set in: "¥" small, yuan large, the rest small.
export interface PriceParts {
    whole: string
    fraction: string // ".90", or empty for whole yuan
}
export function priceParts(fen: number): PriceParts {
    const whole = Math.trunc(Math.abs(fen) / 100)
    const rest = Math.abs(fen) % 100
    return { whole: (fen < 0 ? '−' : '') + whole.toLocaleString('en-US'), fraction: rest === 0 ? '' : '.' + String(rest).padStart(2, '0') }
}
export function price(fen: number): string {
    const parts = priceParts(fen)
    const negative = parts.whole.startsWith('−')
    return (negative ? '−' : '') + '¥' + parts.whole.replace('−', '') + parts.fraction
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

// "刚刚", "5 分钟前", "昨天 14:02", "3月12日", "2029年3月12日": the nearer, the coarser.
export function ago(when: string, now: Date, language: Language): string {
    const at = new Date(when)
    const past = now.getTime() - at.getTime()
    const zh = language === 'zh-CN'
    if (past < MINUTE) return zh ? '刚刚' : 'just now'
    if (past < HOUR) return zh ? `${Math.floor(past / MINUTE)} 分钟前` : `${Math.floor(past / MINUTE)} min ago`
    if (past < DAY && at.getDate() === now.getDate()) return zh ? `${Math.floor(past / HOUR)} 小时前` : `${Math.floor(past / HOUR)} h ago`
    const yesterday = new Date(now)
    yesterday.setDate(now.getDate() - 1)
    if (at.toDateString() === yesterday.toDateString()) return (zh ? '昨天 ' : 'yesterday ') + clock(at, language)
    return day(when, now, language)
}
export function day(when: string, now: Date, language: Language): string {
    const at = new Date(when)
    const sameYear = at.getFullYear() === now.getFullYear()
    return new Intl.DateTimeFormat(language, { year: sameYear ? undefined : 'numeric', month: language === 'zh-CN' ? 'long' : 'short', day: 'numeric' }).format(at)
}
export function moment(when: string, now: Date, language: Language): string {
    return day(when, now, language) + ' ' + clock(new Date(when), language)
}
function clock(at: Date, language: Language): string {
    return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
}

// Metres as a walker would say them: "300 m", "1.2 km", "12 km" ("300 米", "1.2 公里").
export function distance(metres: number, language: Language): string {
    const zh = language === 'zh-CN'
    if (metres < 1000) return `${Math.max(100, Math.round(metres / 100) * 100)} ${zh ? '米' : 'm'}`
    return `${metres < 10_000 ? Math.round(metres / 100) / 10 : Math.round(metres / 1000)} ${zh ? '公里' : 'km'}`
}
