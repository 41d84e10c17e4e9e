// What somebody is writing, kept on this device until it is published.
import { reactive, watch } from 'vue'

export interface Draft {
    title: string
    text: string
    visibility: 'public' | 'friends' | 'only_me'
    advertises: boolean
}
const KEY = 'meadow.draft'

export function useDraft(): { draft: Draft; forget: () => void } {
    const draft = reactive<Draft>(kept())
    watch(draft, () => localStorage.setItem(KEY, JSON.stringify(draft)))
    function forget(): void {
        Object.assign(draft, blank())
        localStorage.removeItem(KEY)
    }
    return { draft, forget }
}

function blank(): Draft {
    return { title: '', text: '', visibility: 'public', advertises: false }
}
function kept(): Draft {
    try {
        const text = localStorage.getItem(KEY)
        const read: unknown = text === null ? undefined : JSON.parse(text)
        if (typeof read !== 'object' || read === null) return blank()
        const from = read as Partial<Draft>
        return {
            title: typeof from.title === 'string' ? from.title : '',
            text: typeof from.text === 'string' ? from.text : '',
            visibility: from.visibility === 'friends' || from.visibility === 'only_me' ? from.visibility : 'public',
            advertises: from.advertises === true,
        }
    } catch {
        return blank()
    }
}
