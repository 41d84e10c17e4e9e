import { describe, expect, test } from 'vitest'
import { columnsFor, Masonry } from '../../apps/shop/src/parts/masonry'

function filled(columns: number, heights: number[]): Masonry {
    const masonry = new Masonry(columns, 10)
    for (const height of heights) masonry.add(height)
    return masonry
}

describe('a waterfall', () => {
    test('puts each card under the shortest column, the leftmost of equals', () => {
        const masonry = filled(2, [100, 50, 30, 20])
        expect([0, 1, 2, 3].map((i) => masonry.at(i)?.column)).toEqual([0, 1, 1, 1])
        expect([0, 1, 2, 3].map((i) => masonry.at(i)?.top)).toEqual([0, 0, 60, 100])
        expect(masonry.height).toBe(120)
    })

    test('moves only what stands below a card whose height was foreseen wrongly, and never sideways', () => {
        const masonry = filled(2, [100, 100, 100, 100, 100])
        const columns = [0, 1, 2, 3, 4].map((i) => masonry.at(i)?.column)
        masonry.correct(0, 130)
        expect([0, 1, 2, 3, 4].map((i) => masonry.at(i)?.column)).toEqual(columns)
        expect([1, 3].map((i) => masonry.at(i)?.top)).toEqual([0, 110])
        expect([2, 4].map((i) => masonry.at(i)?.top)).toEqual([140, 250])
        expect(masonry.height).toBe(350)
    })

    test('finds exactly the cards that touch the window among thousands', () => {
        const heights = Array.from({ length: 5000 }, (_, i) => 150 + ((i * 7919) % 300))
        const masonry = filled(4, heights)
        for (const top of [0, 1234, 50_000, 200_000, masonry.height - 800]) {
            const expected = heights.flatMap((height, i) => {
                const card = masonry.at(i)
                return card && card.top + height >= top && card.top <= top + 800 ? [i] : []
            })
            expect(masonry.within(top, top + 800)).toEqual(expected)
        }
    })

    test('shows nothing outside its own height', () => {
        expect(filled(2, [100]).within(500, 900)).toEqual([])
    })

    test('has two columns on a phone and up to six on a wide screen', () => {
        expect(columnsFor(374, 150, 8)).toBe(2)
        expect(columnsFor(1130, 236, 20)).toBe(4)
        expect(columnsFor(3000, 236, 20)).toBe(6)
        expect(columnsFor(100, 236, 20)).toBe(2)
    })
})
