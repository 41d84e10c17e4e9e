// The places of the shop, in the order of the tab bar and the side rail.
import { Bell, Home, Plus, ShoppingBag, User } from 'lucide-vue-next'
import type { FunctionalComponent } from 'vue'

export interface Place {
    name: 'discover' | 'mall' | 'publish' | 'messages' | 'me'
    icon: FunctionalComponent
}
export const places: Place[] = [
    { name: 'discover', icon: Home },
    { name: 'mall', icon: ShoppingBag },
    { name: 'publish', icon: Plus },
    { name: 'messages', icon: Bell },
    { name: 'me', icon: User },
]
