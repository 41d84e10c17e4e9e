import { describe, expect, test } from 'vitest'
import { ago, count, distance, price } from '../../packages/ui/src/format'

describe('numbers', () => {
    test.each([
        [9_999, '9999', '9.9k'],
        [12_345, '1.2万', '12.3k'],
        [19_999, '1.9万', '19.9k'],
        [123_456_789, '1.2亿', '123.4m'],
        [12, '12', '12'],
    ])('%i is %s and %s', (n, zh, en) => {
        expect(count(n, 'zh-CN')).toBe(zh)
        expect(count(n, 'en')).toBe(en)
    })
    test.each([
        [12, '100 米', '100 m'],
        [349, '300 米', '300 m'],
        [1_470, '1.5 公里', '1.5 km'],
        [23_400, '23 公里', '23 km'],
    ])('%i metres are %s and %s', (metres, zh, en) => {
        expect([distance(metres, 'zh-CN'), distance(metres, 'en')]).toEqual([zh, en])
    })
    test('money has no fraction when it is whole', () => {
        expect([price(129900), price(6990), price(5), price(-34)]).toEqual(['¥1,299', '¥69.90', '¥0.05', '−¥0.34'])
    })
})

describe('times', () => {
    const now = new Date('2030-05-02T12:00:00')
    test.each([
        ['2030-05-02T11:59:40', '刚刚', 'just now'],
        ['2030-05-02T11:55:00', '5 分钟前', '5 min ago'],
        ['2030-05-02T09:00:00', '3 小时前', '3 h ago'],
        ['2030-05-01T14:02:00', '昨天 14:02', 'yesterday 14:02'],
        ['2030-03-12T14:02:00', '3月12日', 'Mar 12'],
        ['2029-03-12T14:02:00', '2029年3月12日', 'Mar 12, 2029'],
    ])('%s is %s and %s', (at, zh, en) => {
        expect(ago(at, now, 'zh-CN')).toBe(zh)
        expect(ago(at, now, 'en')).toBe(en)
    })
})
