import type { Policies } from '@meadow/api'
import { describe, expect, test } from 'vitest'
import { written } from '../../apps/console/src/lib/settings'
import { changesOf, wayBack } from '../../apps/console/src/parts/policy'
import { quantile, samplesIn, sumOf } from '../../apps/console/src/lib/exposition'
import { readCsv } from '../../apps/console/src/lib/csv'
import { fenOf, yuanOf } from '../../apps/console/src/lib/money'
import { differences } from '../../apps/console/src/parts/differences'
import { rowsFor, skusOf, unpriced } from '../../apps/console/src/parts/matrix'

describe('money as typed', () => {
    test.each([['12', 1200], ['12.5', 1250], ['12.05', 1205], ['1,299', 129900], ['0', 0], ['12.345', undefined], ['-3', undefined], ['', undefined]])('%s', (text, fen) => {
        expect(fenOf(text)).toBe(fen)
    })
    test('is written without needless zeros', () => {
        expect([yuanOf(1200), yuanOf(1250), yuanOf(5)]).toEqual(['12', '12.50', '0.05'])
    })
})

describe('a CSV file', () => {
    test('keeps commas, quotes and line ends inside quoted cells', () => {
        expect(readCsv('\ufefforder,note\r\n1,"a ""b"", c\nd"\r\n\r\n2,x')).toEqual([['order', 'note'], ['1', 'a "b", c\nd'], ['2', 'x']])
    })
})

describe('the spec matrix', () => {
    const colours = { name: '颜色', values: ['红', '蓝'] }
    test('has a row for each combination, and one row without options', () => {
        expect(rowsFor([], []).map((row) => row.choice)).toEqual([[]])
        expect(rowsFor([colours, { name: '尺码', values: ['S', 'M'] }], []).map((row) => row.choice.join())).toEqual(['红,S', '红,M', '蓝,S', '蓝,M'])
    })
    test('keeps what was entered, and a new value takes the price of its nearest relative', () => {
        const first = rowsFor([colours], []).map((row, i) => ({ ...row, price: 100 + i, stock: 4 }))
        const grown = rowsFor([{ ...colours, values: ['红', '蓝', '绿'] }], first)
        expect(grown.map((row) => [row.price, row.stock])).toEqual([[100, 4], [101, 4], [100, undefined]])
    })
    test('leaves out what is switched off and was never there, and never sends stock of what is counted elsewhere', () => {
        const [a, b] = rowsFor([colours], [])
        if (!a || !b) throw new Error('two rows')
        expect(skusOf([{ ...a, price: 100, stock: 3 }, { ...b, enabled: false }])).toEqual([{ choice: ['红'], price: 100, enabled: true, stock: 3 }])
        expect(skusOf([{ ...a, kept: true, enabled: false, price: 100, stock: 3 }])).toEqual([{ choice: ['红'], price: 100, enabled: false }])
        expect(unpriced([a, { ...b, enabled: false }])).toEqual([a])
    })
})

describe('a proposed change', () => {
    const before = { title: '口红', description: '', pictures: ['a'], category: 'x', tax: 0, commission: 0, options: [], skus: [{ choice: ['红'], price: 100, stock: 4 }, { choice: ['粉'], price: 90 }] }
    test('is told by members and by single choices; stock is no promise', () => {
        const after = { ...before, title: '口红 哑光', skus: [{ choice: ['红'], price: 100, stock: 9 }, { choice: ['粉'], price: 80 }, { choice: ['橘'], price: 90 }] }
        expect([...differences(before, after)].sort()).toEqual(['sku:橘', 'sku:粉', 'title'])
        expect(differences(before, before).size).toBe(0)
    })
})

describe('the server’s figures', () => {
    const samples = samplesIn('# HELP x\nx_bucket{route="/a",le="0.1"} 90\nx_bucket{route="/a",le="1"} 99\nx_bucket{route="/a",le="+Inf"} 100\ny{class="2xx",route="/v1/{id}"} 7\ny{class="5xx",route="/b"} 1\nz 2.5\n')
    test('are read with their labels', () => {
        expect(sumOf(samples, 'y')).toBe(8)
        expect(sumOf(samples, 'y', (labels) => labels.route === '/v1/{id}')).toBe(7)
        expect(sumOf(samples, 'z')).toBe(2.5)
    })
    test('give the time within which most are answered', () => {
        expect([quantile(samples, 'x', 0.5), quantile(samples, 'x', 0.99), quantile(samples, 'x', 1), quantile(samples, 'none', 0.5)]).toEqual([0.1, 1, Infinity, undefined])
    })
})

describe('a rule’s number', () => {
    const words = { on: '开', off: '关' }
    test.each([
        ['180d', 'duration', '180天', '180 days'],
        ['1d12h', 'duration', '1天 12小时', '1 day 12 hours'],
        ['30s', 'duration', '30秒钟', '30 seconds'],
        ['3000', 'per 10,000', '30%', '30%'],
        ['150', 'per 10,000', '1.5%', '1.5%'],
        ['10000000', 'fen', '¥100,000', '¥100,000'],
        ['5000', 'number', '5,000', '5,000'],
        ['on', 'switch', '开', '开'],
        ['something', 'duration', 'something', 'something'],
    ])('%s (%s) is read as people read it', (value, unit, zh, en) => {
        expect(written(value, unit, 'zh-CN', words)).toBe(zh)
        expect(written(value, unit, 'en', words)).toBe(en)
    })
})

describe('versions of the feed’s numbers', () => {
    const policies: Policies = {
        in_force: 2,
        on_trial: 3,
        shipped: [{ name: 'readers_share', value: 1 }, { name: 'sold_out', value: 0.6 }, { name: 'per_author', value: 2 }],
        items: [
            { version: 3, reason: '', readers_share: 0.3, numbers: [{ name: 'per_author', value: 3 }, { name: 'sold_out', value: 0.1 }, { name: 'readers_share', value: 0.3 }] },
            { version: 2, reason: '', readers_share: 1, numbers: [{ name: 'per_author', value: 3 }, { name: 'readers_share', value: 1 }] },
            { version: 1, reason: '', readers_share: 1, numbers: [] },
        ],
    }
    test('tell what each changed against the one before it', () => {
        expect(policies.items.map((one) => changesOf(policies, one))).toEqual([[{ name: 'sold_out', value: 0.1, before: 0.6 }], [{ name: 'per_author', value: 3, before: 2 }], []])
    })
    test('lead back from a trial to what is in force', () => {
        expect(wayBack(policies)).toEqual([{ name: 'sold_out', value: 0.6 }])
        expect(wayBack({ ...policies, items: policies.items.slice(1) })).toEqual([{ name: 'readers_share', value: 1 }])
    })
})
