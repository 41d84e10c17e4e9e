// Sends a request and tells how far it is on its way, which fetch() does not say: what `client` is given as `fetch` for an upload.
export function counted(told: (part: number) => void): (request: Request) => Promise<Response> {
    return async (request) => {
        const body = await request.blob()
        const line = new XMLHttpRequest()
        line.open(request.method, request.url)
        line.responseType = 'blob'
        request.headers.forEach((value, name) => line.setRequestHeader(name, value))
        line.upload.onprogress = ({ loaded, total }) => told(total > 0 ? loaded / total : 0)
        return new Promise((answered, failed) => {
            const gone = (): void => failed(new DOMException('The upload was given up', 'AbortError'))
            if (request.signal.aborted) return gone()
            request.signal.addEventListener('abort', () => line.abort(), { once: true })
            line.onabort = gone
            line.onerror = () => failed(new TypeError('The line broke'))
            line.onload = () => {
                const type = line.getResponseHeader('Content-Type')
                answered(new Response(line.response as Blob, { status: line.status, headers: type ? { 'Content-Type': type } : {} }))
            }
            line.send(body)
        })
    }
}
