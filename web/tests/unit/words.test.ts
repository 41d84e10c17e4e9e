import { describe, expect, test } from 'vitest'
import { areaList } from '@vant/area-data'
import { readAddress } from '../../apps/shop/src/parts/address'
import { pieces } from '../../apps/shop/src/parts/marks'
import { totalOf } from '../../apps/shop/src/parts/total'

describe('a pasted address', () => {
    test.each([
        ['张三 13800000000 浙江省杭州市西湖区文三路90号3幢', { receiver: '张三', phone: '13800000000', province: '浙江省', city: '杭州市', district: '西湖区', detail: '文三路90号3幢' }],
        ['收货人：李小姐\n手机号：+86 139-1234-5678\n地址：北京市朝阳区建国路88号', { receiver: '李小姐', phone: '13912345678', province: '北京市', city: '北京市', district: '朝阳区', detail: '建国路88号' }],
        ['广东深圳南山区科技园 王五 13511112222', { receiver: '王五', phone: '13511112222', province: '广东省', city: '深圳市', district: '南山区' }],
    ])('is read: %s', (text, expected) => {
        expect(readAddress(text, areaList)).toMatchObject(expected)
    })
    test('of nowhere gives only what it says', () => {
        expect(readAddress('13800000000', areaList)).toEqual({ phone: '13800000000' })
    })
})

describe('a note’s text', () => {
    test('is cut at its topics and mentions, and nothing is lost', () => {
        const text = '早安 #咖啡 和 @林小满 出门'
        const cut = pieces(text, [
            { kind: 'mention', begin: 9, end: 13, name: '林小满', user: 'usr_1' },
            { kind: 'topic', begin: 3, end: 6, name: '咖啡' },
        ])
        expect(cut.map((p) => p.kind)).toEqual(['text', 'topic', 'text', 'mention', 'text'])
        expect(cut.map((p) => p.text).join('')).toBe(text)
    })
    test('survives marks that do not belong to it', () => {
        expect(pieces('短', [{ kind: 'topic', begin: 0, end: 9, name: 'x' }])).toEqual([{ kind: 'text', text: '短' }])
    })
})

describe('the total a buyer is shown', () => {
    test('has flat shipping that falls away from a sum on', () => {
        const terms = { shipping_fee: 1000, free_from: 9900, round_to: 1 }
        expect(totalOf(9899, terms)).toEqual({ goods: 9899, shipping: 1000, rounding: 0, total: 10899 })
        expect(totalOf(9900, terms).total).toBe(9900)
    })
    test('is rounded down to the shop’s unit', () => {
        expect(totalOf(1234, { shipping_fee: 0, round_to: 100 })).toEqual({ goods: 1234, shipping: 0, rounding: -34, total: 1200 })
    })
})
