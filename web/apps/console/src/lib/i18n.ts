// The person's language: chosen (here or in the shop), else the device's. Only the one in use is loaded.
import { loadReasons, type Language } from '@meadow/ui'
import type { Language as ElementLanguage } from 'element-plus/es/locale'
import { shallowRef } from 'vue'
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
export const elementWords = shallowRef<ElementLanguage>()

export async function speak(wanted: Language = language.value): Promise<void> {
    const zh = wanted === 'zh-CN'
    const [messages, element] = await Promise.all([
        zh ? import('../locales/zh-CN.json') : import('../locales/en.json'),
        zh ? import('element-plus/es/locale/lang/zh-cn') : import('element-plus/es/locale/lang/en'),
        loadReasons(wanted),
    ])
    i18n.global.setLocaleMessage(wanted, messages.default)
    elementWords.value = element.default
    language.value = wanted
    document.documentElement.lang = wanted
}

export async function choose(wanted: Language): Promise<void> {
    await speak(wanted)
    localStorage.setItem(KEY, wanted)
}
