// Reads the text format of Prometheus, as far as the server writes it. Pure.
export interface Sample {
    name: string
    labels: Record<string, string>
    value: number
}

export function samplesIn(text: string): Sample[] {
    const out: Sample[] = []
    for (const line of text.split('\n')) {
        const match = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/.exec(line)
        if (!match) continue
        const labels: Record<string, string> = {}
        for (const [, key, value] of (match[2] ?? '').matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)) if (key !== undefined) labels[key] = value ?? ''
        out.push({ name: match[1] ?? '', labels, value: Number(match[3]) })
    }
    return out
}

export function sumOf(samples: Sample[], name: string, where: (labels: Record<string, string>) => boolean = () => true): number {
    return samples.reduce((sum, one) => (one.name === name && where(one.labels) ? sum + one.value : sum), 0)
}

// The time within which a share of all requests were answered: the bound of the bucket that holds it, in seconds.
export function quantile(samples: Sample[], name: string, share: number): number | undefined {
    const within = new Map<number, number>()
    for (const one of samples) {
        if (one.name !== name + '_bucket') continue
        const bound = one.labels.le === '+Inf' ? Infinity : Number(one.labels.le)
        within.set(bound, (within.get(bound) ?? 0) + one.value)
    }
    const bounds = [...within.keys()].sort((a, b) => a - b)
    const all = within.get(Infinity) ?? 0
    if (all === 0) return undefined
    return bounds.find((bound) => (within.get(bound) ?? 0) >= all * share)
}
