// Both languages say everything: no key is missing, none is left over, every refusal of the server is explained.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { numberGroups } from '../../apps/console/src/parts/policy'

const web = join(__dirname, '../..')
type Tree = { [key: string]: string | string[] | Tree }
function read(path: string): Tree {
    return JSON.parse(readFileSync(join(web, path), 'utf8')) as Tree
}
function keys(tree: Tree, above = ''): string[] {
    return Object.entries(tree).flatMap(([key, value]) => (typeof value === 'object' && !Array.isArray(value) ? keys(value, above + key + '.') : [above + key]))
}
function sources(folder: string): string[] {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = join(folder, entry.name)
        return entry.isDirectory() ? sources(path) : /\.(vue|ts)$/.test(entry.name) ? [readFileSync(path, 'utf8')] : []
    })
}
const apps = readdirSync(join(web, 'apps')).filter((app) => existsSync(join(web, 'apps', app, 'src/locales')))

describe.each(apps)('%s', (app) => {
    const zh = read(`apps/${app}/src/locales/zh-CN.json`)
    const en = read(`apps/${app}/src/locales/en.json`)
    const code = sources(join(web, 'apps', app, 'src')).join('\n')
    const said = new Set(keys(zh))

    test('says the same things in both languages', () => {
        expect(keys(en).sort()).toEqual(keys(zh).sort())
    })
    test('names the same placeholders in both languages', () => {
        const holes = (tree: Tree): Record<string, string[]> =>
            Object.fromEntries(keys(tree).map((key) => [key, [...new Set([...JSON.stringify(key.split('.').reduce<unknown>((t, k) => (t as Tree)[k], tree)).matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? ''))].sort()]))
        expect(holes(en)).toEqual(holes(zh))
    })
    test('has a text for every key the code asks for', () => {
        const asked = [...code.matchAll(/\b(?:t|tm)\(\s*'([\w.]+[\w])'\s*[,)]/g)].map((m) => m[1] ?? '')
        expect(asked.length).toBeGreaterThan(20)
        expect([...new Set(asked)].filter((key) => !said.has(key))).toEqual([])
    })
    test('does not ask for a group of texts that does not exist', () => {
        const groups = [...code.matchAll(/\bt\(\s*'([\w.]+\.)'\s*\+/g)].map((m) => m[1] ?? '')
        expect([...new Set(groups)].filter((group) => ![...said].some((key) => key.startsWith(group)))).toEqual([])
    })
})

describe('refusals', () => {
    const zh = read('packages/ui/src/refusals/zh-CN.json')
    const en = read('packages/ui/src/refusals/en.json')
    test('are explained in both languages', () => {
        expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
    })
    const path = join(web, '../docs/openapi.json')
    test.skipIf(!existsSync(path))('of the server are all explained', () => {
        const document = readFileSync(path, 'utf8')
        const codes = [...document.matchAll(/"x-codes":\s*\[([^\]]*)\]/g)].flatMap((m) => [...(m[1] ?? '').matchAll(/"([\w.]+)"/g)].map((c) => c[1] ?? ''))
        expect(codes.length).toBeGreaterThan(10)
        expect([...new Set(codes)].filter((code) => !(code in zh))).toEqual([])
    })
})

test('every way to come onto Discover is explained', () => {
    const { components } = JSON.parse(readFileSync(join(web, '../docs/openapi.json'), 'utf8')) as { components: { schemas: { Source: { enum: string[] } } } }
    const said = new Set(keys(read('apps/shop/src/locales/zh-CN.json')))
    expect(components.schemas.Source.enum.filter((source) => !said.has(`why.chosen.${source}`))).toEqual([])
})

// What the server says in English only is said in Chinese here.
const modules = join(web, '../src')
function headers(folder: string): string[] {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = join(folder, entry.name)
        return entry.isDirectory() ? headers(path) : /(?<!_test)\.[ch]pp$/.test(entry.name) ? [path] : []
    })
}
describe.skipIf(!existsSync(modules))('the rules', () => {
    const sourceOf = () => headers(modules).map((path) => readFileSync(path, 'utf8'))
    test('are all explained in Chinese, and nothing else is', () => {
        const named = sourceOf().flatMap((text) => [...text.matchAll(/Setting(?:Within)?<[\w:]+>\s+\w+\{\s*"([a-z_]+\.[a-z_]+)"/g)].map((m) => m[1] ?? ''))
        expect(named.length).toBeGreaterThan(60)
        expect([...new Set(named)].sort()).toEqual(Object.keys(read('apps/console/src/locales/settings.zh-CN.json')).sort())
    })
    test('what is waiting and who waits for it have names in the console', () => {
        const text = sourceOf().join('\n')
        const said = new Set(keys(read('apps/console/src/locales/en.json')))
        const kinds = [...text.matchAll(/(?:string_view kind|string_view errand|string_view \w+_errand) = "([a-z_.]+)"/g)].map((m) => m[1] ?? '')
        const subscribers = [...text.matchAll(/listeners\.on\("([a-z_.]+)"/g)].map((m) => m[1] ?? '')
        expect(kinds.length).toBeGreaterThan(60)
        expect(subscribers.length).toBeGreaterThan(20)
        expect([...new Set(kinds)].filter((kind) => !said.has('operations.kind.' + kind.replace('.', '_')))).toEqual([])
        expect([...new Set(subscribers)].filter((name) => !said.has('operations.by.' + name.replace('.', '_')))).toEqual([])
    })
    test('of the discovery engine have a name each and stand in one group', () => {
        const policy = readFileSync(join(modules, 'modules/discovery/engine/policy.hpp'), 'utf8')
        const named = [...policy.matchAll(/BOOST_DESCRIBE_STRUCT\((?:MemoryRules|PageRules|HonestyRules|Worths|Policy), \([\w, ]*\), \(([^)]*)\)\)/g)].flatMap((m) => (m[1] ?? '').split(',').map((name) => name.trim()))
        const numbers = named.filter((name) => !['version', 'effective_from', 'readers_share'].includes(name)).sort()
        expect(numbers.length).toBeGreaterThan(60)
        expect(Object.values(numberGroups).flat().sort()).toEqual(numbers)
        const words = read('apps/console/src/locales/en.json').policies as { number: Tree }
        expect(Object.keys(words.number).sort()).toEqual(numbers)
    })
})
