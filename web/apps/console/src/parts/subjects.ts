// What a verdict can be about, by the prefix of its id, and where it can be looked at.
export type SubjectKind = 'note' | 'product' | 'shop' | 'person' | 'comment' | 'review' | 'other'

const kinds: Record<string, [SubjectKind, string]> = {
    nte: ['note', '/notes/'],
    prd: ['product', '/products/'],
    shp: ['shop', '/shops/'],
    usr: ['person', '/users/'],
    cmt: ['comment', ''],
    rev: ['review', ''],
}
export function kindOf(subject: string): SubjectKind {
    return kinds[subject.slice(0, 3)]?.[0] ?? 'other'
}
export function addressOf(subject: string): string | undefined {
    const place = kinds[subject.slice(0, 3)]?.[1]
    return place ? place + subject : undefined
}
