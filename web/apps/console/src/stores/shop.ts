import type { MyShop } from '@meadow/api'
import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { useRoute } from 'vue-router'
import { useSession } from './session'

const KEY = 'meadow.console.shop'

// The shop at hand: that of the page, else the last one, else the first.
export const useShop = defineStore('console-shop', () => {
    const session = useSession()
    const route = useRoute()
    const last = ref(localStorage.getItem(KEY))
    watch(
        () => route.params.shop,
        (id) => {
            if (typeof id !== 'string') return
            last.value = id
            localStorage.setItem(KEY, id)
        },
        { immediate: true },
    )
    const shop = computed<MyShop | undefined>(() => session.shopOf(route.params.shop) ?? session.shopOf(last.value) ?? session.active[0])
    return { shop }
})
