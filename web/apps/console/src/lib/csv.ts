// Reads the CSV a person is about to send, to show it first. RFC 4180: quoted cells may hold commas, quotes and line ends.
export function readCsv(text: string): string[][] {
    const rows: string[][] = []
    let row: string[] = []
    let cell = ''
    let quoted = false
    const endCell = () => {
        row.push(cell)
        cell = ''
    }
    const endRow = () => {
        endCell()
        if (row.length > 1 || row[0] !== '') rows.push(row)
        row = []
    }
    for (let i = text.startsWith('\ufeff') ? 1 : 0; i < text.length; i++) {
        const c = text[i]
        if (quoted) {
            if (c !== '"') cell += c
            else if (text[i + 1] === '"') cell += text[++i]
            else quoted = false
        } else if (c === '"' && cell === '') quoted = true
        else if (c === ',') endCell()
        else if (c === '\n') endRow()
        else if (c !== '\r') cell += c
    }
    if (cell !== '' || row.length > 0) endRow()
    return rows
}
// How a file goes to the server: as it is. The document says "bytes", which its types know as text.
export function csvBody(file: File) {
    return { body: file as unknown as string, bodySerializer: (bytes: unknown) => bytes as Blob, headers: { 'Content-Type': 'text/csv' } }
}
