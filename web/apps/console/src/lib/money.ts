// "12.5" as a person types it → 1250 fen; nothing when it is not an amount of money.
export function fenOf(text: string): number | undefined {
    const match = /^(\d{1,9})(?:[.。](\d{1,2}))?$/.exec(text.trim().replaceAll(',', ''))
    if (!match) return undefined
    return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}
export function yuanOf(fen: number): string {
    return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2)
}
