// An action that needs an account asks for it and then goes on where the person was.
import { useRouter } from 'vue-router'
import { useSession } from '../stores/session'

export function useGate(): (action: () => void | Promise<void>) => void {
    const router = useRouter()
    const session = useSession()
    return (action) => {
        if (session.signedIn) void action()
        else void router.push({ name: 'sign-in', query: { then: router.currentRoute.value.fullPath } })
    }
}
