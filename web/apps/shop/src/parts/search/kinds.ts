// What can be searched for, in the order of the tabs.
export const kinds = ['notes', 'products', 'shops', 'users', 'topics'] as const
export type FoundKind = (typeof kinds)[number]
