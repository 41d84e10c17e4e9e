// What the address asks for, as long as it is the search page's: while a kept page is not on the screen, the address is another's.
import { ref, watch, type Ref } from 'vue'
import { useRoute } from 'vue-router'

export function asFor<T>(asked: Ref<T>): Readonly<Ref<T>> {
    const route = useRoute()
    const kept = ref(asked.value) as Ref<T>
    watch(asked, (now) => {
        if (route.name === 'search') kept.value = now
    })
    return kept
}
