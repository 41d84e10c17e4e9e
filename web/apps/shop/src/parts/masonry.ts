// Where the cards of a waterfall stand. Pure: a page hands in heights and gets places. A card once given to a column stays in
// it, so that nothing ever jumps sideways when a height turns out a pixel different from what was foreseen.
export interface Placed {
    column: number
    top: number
    height: number
}

export class Masonry {
    private readonly cards: Placed[] = []
    private readonly ends: number[]

    constructor(
        readonly columns: number,
        readonly gap: number,
    ) {
        this.ends = new Array<number>(columns).fill(0)
    }

    get count(): number {
        return this.cards.length
    }
    // Of the whole waterfall, without the gap below the last card.
    get height(): number {
        return Math.max(0, Math.max(...this.ends) - this.gap)
    }
    at(index: number): Placed | undefined {
        return this.cards[index]
    }

    // Puts the next card into the shortest column, the leftmost of equals.
    add(height: number): void {
        let column = 0
        for (let c = 1; c < this.columns; c++) if ((this.ends[c] ?? 0) < (this.ends[column] ?? 0)) column = c
        const top = this.ends[column] ?? 0
        this.cards.push({ column, top, height })
        this.ends[column] = top + height + this.gap
    }

    // A card is of another height than foreseen: what stands below it in its column moves.
    correct(index: number, height: number): void {
        const card = this.cards[index]
        if (!card || card.height === height) return
        const by = height - card.height
        card.height = height
        for (let i = index + 1; i < this.cards.length; i++) {
            const below = this.cards[i]
            if (below?.column === card.column) below.top += by
        }
        this.ends[card.column] = (this.ends[card.column] ?? 0) + by
    }

    // Cards that touch the stretch from `top` to `bottom`, in order.
    within(top: number, bottom: number): number[] {
        const found: number[] = []
        for (let i = this.firstNear(top); i < this.cards.length; i++) {
            const card = this.cards[i]
            if (!card) break
            if (card.top + card.height >= top && card.top <= bottom) found.push(i)
            else if (card.top > bottom && this.everyColumnBelow(i, bottom)) break
        }
        return found
    }

    // Cards are added to the shortest column, so tops grow with the index but for one card's height: start that much earlier.
    private firstNear(top: number): number {
        const early = top - tallest * 2
        let low = 0
        let high = this.cards.length
        while (low < high) {
            const middle = (low + high) >> 1
            if ((this.cards[middle]?.top ?? 0) < early) low = middle + 1
            else high = middle
        }
        return Math.max(0, low - this.columns * 2)
    }
    private everyColumnBelow(index: number, bottom: number): boolean {
        const last = Math.min(this.cards.length, index + this.columns * 2)
        for (let i = index; i < last; i++) if ((this.cards[i]?.top ?? Infinity) <= bottom) return false
        return true
    }
}

const tallest = 900 // pixels; no card is taller

// As many columns as fit, at least two, at most six.
export function columnsFor(width: number, least: number, gap: number): number {
    return Math.min(6, Math.max(2, Math.floor((width + gap) / (least + gap))))
}
