// What carriers say about a parcel. They say it in Chinese; the words that all of them use are said in English too, others stand as
// they are.
import type { Language } from './format'

const english: Record<string, string> = {
    已揽收: 'Picked up',
    已发往目的地: 'On the way to the destination',
    已到达: 'Arrived',
    派送中: 'Out for delivery',
    已签收: 'Signed for',
    寄件网点: 'sender’s depot',
    始发分拨中心: 'first sorting centre',
    目的地分拨中心: 'sorting centre nearby',
    派件网点: 'local depot',
}
export function carrierWords(words: string, language: Language): string {
    return language === 'en' ? (english[words] ?? words) : words
}
