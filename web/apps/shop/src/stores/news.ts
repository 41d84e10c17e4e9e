import { client, take } from '@meadow/api'
import { useDebounceFn, useDocumentVisibility } from '@vueuse/core'
import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import { useSession } from './session'

// How much is unread, as soon as it is: the server rings over an event stream while the page is on the screen.
export const useNews = defineStore('news', () => {
    const unread = ref(0)
    const rung = ref(0) // how often something new came while the page was open
    const session = useSession()
    const visibility = useDocumentVisibility()

    async function look(): Promise<void> {
        if (!session.signedIn) {
            unread.value = 0
            return
        }
        try {
            const counts = await take(client.GET('/v1/notifications/unread'))
            unread.value = counts.total
        } catch {
            // The badge keeps what it showed.
        }
    }
    // A like by many people rings often; the numbers are asked for once.
    const lookSoon = useDebounceFn(look, 400, { maxWait: 2000 })

    let stream: EventSource | undefined
    function listen(): void {
        stream?.close()
        stream = undefined
        if (!session.signedIn || visibility.value === 'hidden') return
        stream = new EventSource('/v1/notifications/stream') // comes back by itself after a cut, and says `open` again
        stream.addEventListener('open', () => void lookSoon())
        stream.addEventListener('notified', () => {
            rung.value++
            void lookSoon()
        })
    }
    watch([() => session.user, visibility], listen, { immediate: true })
    watch(() => session.signedIn, look, { immediate: true })
    return { unread, rung, look }
})
