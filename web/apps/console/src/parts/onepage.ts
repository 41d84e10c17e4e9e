// A list that comes whole, for what shows lists that come page by page.
import type { Load, Pages } from '@meadow/ui'
import { computed, ref, type Ref } from 'vue'

export function onePage<T, Row>({ data, error, loading, reload }: Load<T>, rowsOf: (data: T) => Row[]): Pages<Row> {
    const items = computed(() => (data.value ? rowsOf(data.value) : [])) as Ref<Row[]>
    const ended = computed(() => data.value !== null) as Ref<boolean>
    return { items, error, loading: ref(loading), ended, more: reload, restart: reload }
}
