// What a page shows comes from the server: once (useLoad) or page by page (usePages). Both know the four faces of a page:
// loading, there, empty, wrong.
import type { Page } from '@meadow/api'
import { onScopeDispose, ref, shallowRef, watch, type Ref, type WatchSource } from 'vue'

export interface Load<T> {
    data: Ref<T | null>
    error: Ref<unknown>
    loading: Ref<boolean>
    reload: () => Promise<void>
}

export function useLoad<T>(ask: () => Promise<T>, again?: WatchSource): Load<T> {
    const data = shallowRef<T | null>(null)
    const error = shallowRef<unknown>(null)
    const loading = ref(true)
    let turn = 0
    async function reload(): Promise<void> {
        const mine = ++turn
        loading.value = true
        error.value = null
        try {
            const got = await ask()
            if (mine === turn) data.value = got
        } catch (e) {
            if (mine === turn) error.value = e
        } finally {
            if (mine === turn) loading.value = false
        }
    }
    if (again) {
        watch(again, () => {
            data.value = null
            void reload()
        })
    }
    onScopeDispose(() => turn++)
    void reload()
    return { data, error, loading, reload }
}

export interface Pages<T> {
    items: Ref<T[]>
    error: Ref<unknown>
    loading: Ref<boolean>
    ended: Ref<boolean>
    more: () => Promise<void>
    restart: () => Promise<void>
}

// `ask` gets the cursor of the page wanted. An item that comes twice (the list moved meanwhile) is shown once; a page of nothing but
// such items is passed over, or a list that waits to be scrolled would wait for ever.
const mostPassedOver = 8

export function usePages<T>(ask: (cursor: string | undefined) => Promise<Page<T>>, keyOf: (item: T) => string): Pages<T> {
    const items = shallowRef<T[]>([])
    const error = shallowRef<unknown>(null)
    const loading = ref(false)
    const ended = ref(false)
    let cursor: string | undefined
    let seen = new Set<string>()
    let turn = 0

    async function fetchPage(fresh: boolean): Promise<void> {
        const mine = ++turn
        loading.value = true
        error.value = null
        try {
            let page = await ask(fresh ? undefined : cursor)
            if (fresh && mine === turn) seen = new Set()
            let news = page.items.filter((item) => !seen.has(keyOf(item)))
            for (let over = 0; mine === turn && news.length === 0 && page.next !== undefined && over < mostPassedOver; over++) {
                page = await ask(page.next)
                news = page.items.filter((item) => !seen.has(keyOf(item)))
            }
            if (mine !== turn) return
            for (const item of news) seen.add(keyOf(item))
            items.value = fresh ? news : [...items.value, ...news]
            cursor = page.next
            ended.value = page.next === undefined
        } catch (e) {
            if (mine === turn) error.value = e
        } finally {
            if (mine === turn) loading.value = false
        }
    }
    onScopeDispose(() => turn++)
    return {
        items,
        error,
        loading,
        ended,
        more: async () => {
            if (!loading.value && !ended.value) await fetchPage(false)
        },
        restart: () => fetchPage(true),
    }
}
