// The person's language: chosen, else the device's. Only the one in use is loaded.
import { loadReasons, type Language } from '@meadow/ui'
import { createI18n } from 'vue-i18n'
import type Messages from '../locales/zh-CN.json'

const KEY = 'meadow.language'
type Schema = typeof Messages

export const i18n = createI18n<[Schema], Language, false>({
    legacy: false,
    locale: document.documentElement.lang === 'zh-CN' ? 'zh-CN' : 'en',
    messages: {} as Record<Language, Schema>,
    missingWarn: import.meta.env.DEV,
    fallbackWarn: false,
})

export const language = i18n.global.locale

export async function speak(wanted: Language = language.value): Promise<void> {
    const [messages] = await Promise.all([wanted === 'zh-CN' ? import('../locales/zh-CN.json') : import('../locales/en.json'), loadReasons(wanted)])
    i18n.global.setLocaleMessage(wanted, messages.default)
    language.value = wanted
    document.documentElement.lang = wanted
}

export async function choose(wanted: Language): Promise<void> {
    await speak(wanted)
    localStorage.setItem(KEY, wanted)
}
