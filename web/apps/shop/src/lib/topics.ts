// What people write about these days, asked once a visit; a town in which nothing is written yet has a few of its own.
import { client, take } from '@meadow/api'
import { ref, watch, type Ref } from 'vue'
import { i18n } from './i18n'

const names = ref<string[]>()
let asked: Promise<void> | undefined

async function ask(): Promise<void> {
    const few = 4
    try {
        const { items } = await take(client.GET('/v1/topics', { params: { query: { limit: 12 } } }))
        names.value = items.length >= few ? items.map((topic) => topic.name) : own()
    } catch {
        names.value = own()
        asked = undefined // again, the next time somebody looks
    }
}
const own = (): string[] => i18n.global.tm('discover.topicNames') as string[]

// Undefined until they are known.
export function useTopics(): Ref<string[] | undefined> {
    asked ??= ask()
    return names
}
watch(i18n.global.locale, () => (asked = undefined))
