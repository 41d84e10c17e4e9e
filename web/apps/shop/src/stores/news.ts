import { client, take } from '@meadow/api'
import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import { useSession } from './session'

// How much is unread.
export const useNews = defineStore('news', () => {
    const unread = ref(0)
    const session = useSession()
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
    watch(() => session.signedIn, look, { immediate: true })
    return { unread, look }
})
