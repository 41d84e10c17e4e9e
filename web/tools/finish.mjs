// After a build: holds the first load to its budget and writes the compressed forms that the server hands out.
//     node tools/finish.mjs DIST [--first-load-kb N]
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const [dist, , budget] = process.argv.slice(2)

function filesBelow(folder) {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
}
const kb = (bytes) => (bytes / 1024).toFixed(1)
const gzipped = (path) => gzipSync(readFileSync(path), { level: 9 }).length

const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
const words = Object.keys(manifest).filter((key) => /(locales|refusals)\/(zh-CN|en)\.json$/.test(key))

// Which language is spoken the browser knows when the code runs, one journey to the server later: both are sent for at once.
const index = join(dist, 'index.html')
const page = readFileSync(index, 'utf8')
const base = /src="([^"]*)assets\//.exec(page)?.[1] ?? '/'
writeFileSync(index, page.replace('</head>', words.map((key) => `<link rel="modulepreload" crossorigin href="${base}${manifest[key].file}">`).join('') + '</head>'))

// What a browser fetches before the first page stands: the entry, all it imports at once, and the languages.
if (budget) {
    const first = new Set()
    const visit = (key) => {
        const chunk = manifest[key]
        if (!chunk || first.has(chunk.file)) return
        first.add(chunk.file)
        for (const next of chunk.imports ?? []) visit(next)
    }
    visit('index.html')
    for (const key of words) visit(key)
    const total = [...first].filter((f) => f.endsWith('.js')).reduce((sum, f) => sum + gzipped(join(dist, f)), 0)
    console.log(`first load: ${kb(total)} KB of JavaScript (gzip), ${first.size} files; at most ${budget} KB`)
    if (total > Number(budget) * 1024) {
        for (const f of first) console.error(`  ${kb(gzipped(join(dist, f)))} KB  ${f}`)
        process.exit(1)
    }
}
rmSync(join(dist, '.vite'), { recursive: true, force: true })

for (const path of filesBelow(dist)) {
    if (!/\.(js|css|html|svg|json|webmanifest)$/.test(path) || statSync(path).size < 1024) continue
    const bytes = readFileSync(path)
    writeFileSync(path + '.gz', gzipSync(bytes, { level: 9 }))
    writeFileSync(path + '.br', brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }))
}
