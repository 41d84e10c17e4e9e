// What follows from news is there a moment later: asked for again, less and less often, until it is; a busy server is given 20 seconds.
const turns = 12
const pause = 250 // ms

export async function heard(ask: () => Promise<void>, there: () => boolean): Promise<void> {
    for (let turn = 1; turn <= turns; turn++) {
        await ask()
        if (there()) return
        await new Promise((wait) => setTimeout(wait, pause * turn))
    }
}
