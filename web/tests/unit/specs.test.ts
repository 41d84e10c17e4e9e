import { describe, expect, test } from 'vitest'
import { chosen, firstChoice, isOpen, type Piece } from '../../apps/shop/src/parts/specs'

const options = [
    { name: '颜色', values: ['红', '绿'] },
    { name: '尺寸', values: ['S', 'M'] },
]
function piece(colour: string, size: string, available: number, onSale = true): Piece {
    return { id: colour + size, choice: [colour, size], spec: `${colour} / ${size}`, picture: '', price: 100, before: undefined, available, onSale }
}
const pieces = [piece('红', 'S', 3), piece('红', 'M', 0), piece('绿', 'M', 5)] // green in S is not made

describe('the spec matrix', () => {
    test('puts values out of reach that lead to nothing that can be bought', () => {
        expect(isOpen(pieces, ['红', undefined], 1, 'S')).toBe(true)
        expect(isOpen(pieces, ['红', undefined], 1, 'M')).toBe(false) // sold out
        expect(isOpen(pieces, ['绿', undefined], 1, 'S')).toBe(false) // not made
    })
    test('lets a choice be changed: a value does not count against others of its own option', () => {
        expect(isOpen(pieces, ['红', undefined], 0, '绿')).toBe(true)
    })
    test('puts what is off sale out of reach', () => {
        expect(isOpen([piece('红', 'S', 9, false)], [undefined, undefined], 0, '红')).toBe(false)
    })
    test('means a SKU once every option is answered', () => {
        expect(chosen(options, pieces, ['红', undefined])).toBeUndefined()
        expect(chosen(options, pieces, ['绿', 'M'])?.id).toBe('绿M')
        expect(chosen([], [{ ...piece('', '', 1), choice: [] }], [])?.available).toBe(1)
    })
    test('answers what leaves no choice', () => {
        expect(firstChoice(options, pieces)).toEqual([undefined, undefined])
        expect(firstChoice(options, [piece('红', 'M', 0), piece('绿', 'M', 5)])).toEqual(['绿', 'M'])
    })
})
