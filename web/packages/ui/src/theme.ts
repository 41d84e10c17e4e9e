// Light, dark, or as the device says. Applied before the first paint by the page's own boot script, kept up to date from here.
import { ref, watchEffect, type Ref } from 'vue'

export type ThemeChoice = 'auto' | 'light' | 'dark'
const KEY = 'meadow.theme'

export function useTheme(): Ref<ThemeChoice> {
    const device = matchMedia('(prefers-color-scheme: dark)')
    const deviceDark = ref(device.matches)
    device.addEventListener('change', (e) => (deviceDark.value = e.matches))
    watchEffect(() => {
        const dark = choice.value === 'dark' || (choice.value === 'auto' && deviceDark.value)
        document.documentElement.dataset.theme = dark ? 'dark' : 'light'
    })
    watchEffect(() => localStorage.setItem(KEY, choice.value))
    return choice
}

function kept(): ThemeChoice {
    const text = localStorage.getItem(KEY)
    return text === 'light' || text === 'dark' ? text : 'auto'
}
const choice = ref<ThemeChoice>(kept())
export const theme: Ref<ThemeChoice> = choice
