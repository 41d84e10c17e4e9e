// Reads an address somebody pasted: "张三 13800000000 浙江省杭州市西湖区文三路 90 号". Pure.
import type { WrittenAddress } from '@meadow/api'

// GB/T 2260 codes → names, as @vant/area-data ships them.
export interface Areas {
    province_list: Record<string, string>
    city_list: Record<string, string>
    county_list: Record<string, string>
}

export function readAddress(text: string, areas: Areas): Partial<WrittenAddress> {
    const found: Partial<WrittenAddress> = {}
    let rest = text.replace(/[,，;；\n\r\t]+/g, ' ').replace(/(收货人|收件人|姓名|联系电话|手机号?码?|电话|所在地区|详细地址|地址)\s*[:：]\s*/g, ' ')

    const phone = /(?:\+?86[- ]?)?(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(?!\d)/.exec(rest)
    if (phone) {
        found.phone = phone.slice(1).join('')
        rest = rest.replace(phone[0], ' ')
    }
    const region = readRegion(rest.replace(/\s+/g, ''), areas)
    // The name is the short word that stands apart from the address.
    const words = rest.trim().split(/\s+/).filter(Boolean)
    const name = words.find((word) => /^[\p{Script=Han}·]{2,6}$|^[A-Za-z][A-Za-z .'-]{1,38}$/u.test(word) && !/[省市区县州盟旗镇乡村路街号]$/.test(word))
    if (name !== undefined && words.length > 1) found.receiver = name

    if (region) {
        found.province = region.province
        found.city = region.city
        found.district = region.district
        const detail = words.filter((word) => word !== name).join('')
        found.detail = afterRegion(detail, region)
    }
    return found
}

interface Region {
    province: string
    city: string
    district: string
    length: number // of what was said of it
}

function readRegion(text: string, areas: Areas): Region | undefined {
    let best: Region | undefined
    for (const [code, province] of Object.entries(areas.province_list)) {
        const at = named(text, 0, province)
        if (at === undefined) continue
        for (const [cityCode, city] of Object.entries(areas.city_list)) {
            if (!cityCode.startsWith(code.slice(0, 2))) continue
            // Beijing is its own city and mostly named once.
            const afterCity = named(text, at, city) ?? (city === province || city === '县' ? at : undefined)
            if (afterCity === undefined) continue
            let region: Region = { province, city, district: '', length: afterCity }
            for (const [countyCode, county] of Object.entries(areas.county_list)) {
                if (!countyCode.startsWith(cityCode.slice(0, 4))) continue
                const afterCounty = named(text, afterCity, county)
                if (afterCounty !== undefined && afterCounty > region.length) region = { province, city, district: county, length: afterCounty }
            }
            if (!best || region.length > best.length) best = region
        }
    }
    return best
}

// Where a name ends that begins at (or just after a person's name before) `from`. "浙江" counts for 浙江省.
function named(text: string, from: number, name: string): number | undefined {
    const short = name.replace(/(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|省|市|区|县)$/, '')
    for (const form of [name, short]) {
        if (form.length < 2) continue
        const at = text.indexOf(form, from)
        if (at !== -1 && (from === 0 ? at <= 12 : at === from)) return at + form.length
    }
    return undefined
}

function afterRegion(detail: string, region: Region): string {
    let rest = detail
    for (const name of [region.province, region.city, region.district]) {
        const end = name === '' ? undefined : named(rest, 0, name)
        if (end !== undefined) rest = rest.slice(end)
    }
    return rest
}
