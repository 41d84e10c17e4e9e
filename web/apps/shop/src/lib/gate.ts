// An action that needs an account asks for it where the person is (shell/SignInSheet), and then goes on by itself.
import { computed, shallowRef } from 'vue'
import { useSession } from '../stores/session'

type Action = () => void | Promise<void>
const waiting = shallowRef<Action | null>(null)
export const asking = computed(() => waiting.value !== null)

export function useGate(): (action: Action) => void {
    const session = useSession()
    return (action) => {
        if (session.signedIn) void action()
        else waiting.value = action
    }
}
export function goOn(): void {
    const action = waiting.value
    waiting.value = null
    void action?.()
}
export function giveUp(): void {
    waiting.value = null
}
