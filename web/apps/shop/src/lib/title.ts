// The name of the window: the page's kind until what it shows is known, and again when a kept page comes back.
import { onActivated, watch } from 'vue'

export function entitled(title: string): string {
    return title ? `${title} · Meadow` : 'Meadow 种草'
}
export function useTitle(title: () => string | undefined): void {
    function tell(): void {
        const known = title()
        if (known) document.title = entitled(known)
    }
    watch(title, tell, { immediate: true })
    onActivated(tell)
}
