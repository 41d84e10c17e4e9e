// Waits for what the server does a moment later: asks until the answer is yes, at most half a minute.
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + 30_000
    while (Date.now() < end) {
        if (await holds()) return
        await new Promise((wait) => setTimeout(wait, 50))
    }
    throw new Error('in vain: ' + what)
}
// The same for what is refused at first: asks until it is not, and tells the last refusal.
export async function succeeds(act: () => Promise<unknown>): Promise<void> {
    let last: unknown
    await until('it is done', () => act().then(() => true, (e: unknown) => ((last = e), false))).catch(() => {
        throw last
    })
}
