import { usePages } from '../../packages/ui/src/load'
import { describe, expect, test } from 'vitest'
import { effectScope } from 'vue'

function pagesOf(all: string[][]) {
    const asked: (string | undefined)[] = []
    const list = effectScope().run(() =>
        usePages(async (cursor) => {
            asked.push(cursor)
            const at = Number(cursor ?? 0)
            return { items: all[at] ?? [], next: at + 1 < all.length ? String(at + 1) : undefined }
        }, (name: string) => name),
    )
    if (!list) throw new Error('no scope')
    return { list, asked }
}

describe('a list that comes page by page', () => {
    test('shows what comes twice once', async () => {
        const { list } = pagesOf([['a', 'b'], ['b', 'c']])
        await list.restart()
        await list.more()
        expect(list.items.value).toEqual(['a', 'b', 'c'])
        expect(list.ended.value).toBe(true)
    })
    test('passes over pages that have nothing new', async () => {
        const { list, asked } = pagesOf([['a', 'b'], ['a'], ['b'], ['c']])
        await list.restart()
        await list.more()
        expect(list.items.value).toEqual(['a', 'b', 'c'])
        expect(asked).toEqual([undefined, '1', '2', '3'])
    })
})
