// What the first page shows is asked for while its code is still on its way (main.ts); the page then takes what was asked.
const asked = new Map<string, Promise<unknown>>()

// Once: whoever asks for it again wants it anew.
export function early<T>(name: string, ask: () => Promise<T>): Promise<T> {
    const before = asked.get(name) as Promise<T> | undefined
    asked.delete(name)
    return before ?? ask()
}
export function askEarly(name: string, ask: () => Promise<unknown>): void {
    const answer = ask()
    answer.catch(() => undefined) // whoever takes it hears why
    asked.set(name, answer)
}
