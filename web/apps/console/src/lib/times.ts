// Days as date fields write them ("2030-11-11"), in the person's own time zone.
const day = 24 * 60 * 60 * 1000

export function dayOf(at: Date): string {
    return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`
}
export function daysAgo(n: number, now = new Date()): string {
    return dayOf(new Date(now.getTime() - n * day))
}
export function beginOf(text: string): string | undefined {
    return text ? new Date(text + 'T00:00').toISOString() : undefined
}
export function endOf(text: string): string | undefined {
    return text ? new Date(new Date(text + 'T00:00').getTime() + day).toISOString() : undefined
}
// The server leaves out a time that has not come; older answers write it as the beginning of all time.
export function isSet(at: string | undefined): at is string {
    return at !== undefined && !at.startsWith('1970-01-01T00:00:00')
}
