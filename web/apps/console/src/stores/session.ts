import { client, proveWith, take, type FirstOperator, type MyShop, type Profile, type Role, type SignIn } from '@meadow/api'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'

// Who I am and for whom I act. The session is the shop's: who signed in there is signed in here.
export const useSession = defineStore('console-session', () => {
    const user = ref<string | null>(null)
    const roles = ref<Role[]>([])
    const me = shallowRef<Profile | null>(null)
    const shops = shallowRef<MyShop[]>([])

    const signedIn = computed(() => user.value !== null)
    const operator = computed(() => roles.value.includes('operator'))
    const moderator = computed(() => operator.value || roles.value.includes('moderator'))
    const creator = computed(() => operator.value || roles.value.includes('creator'))
    const active = computed(() => shops.value.filter((mine) => mine.state === 'active'))
    const invitations = computed(() => shops.value.filter((mine) => mine.state === 'invited'))

    async function begin(): Promise<void> {
        try {
            const session = await take(client.GET('/v1/session'))
            user.value = session.user ?? null
            roles.value = session.roles
            proveWith(session.csrf)
            if (session.user !== undefined) await know()
        } catch {
            user.value = null
        }
    }
    async function know(): Promise<void> {
        const [profile, mine] = await Promise.all([take(client.GET('/v1/me')), take(client.GET('/v1/me/shops'))])
        me.value = profile
        shops.value = mine.items
    }
    async function signIn(form: SignIn): Promise<void> {
        proveWith((await take(client.POST('/v1/sessions', { body: form }))).csrf)
        await begin()
    }
    async function becomeFirstOperator(form: FirstOperator): Promise<void> {
        proveWith((await take(client.POST('/v1/first-operator', { body: form }))).csrf)
        await begin()
    }
    async function signOut(): Promise<void> {
        await take(client.DELETE('/v1/session'))
        user.value = null
        roles.value = []
        me.value = null
        shops.value = []
        proveWith(undefined)
    }
    function shopOf(id: unknown): MyShop | undefined {
        return active.value.find((mine) => mine.shop.id === id)
    }
    // Support looks at goods and stock; changing them is for editors and owners.
    function maySell(id: unknown): boolean {
        return (shopOf(id)?.may ?? 'support') !== 'support'
    }
    return { user, roles, me, shops, signedIn, operator, moderator, creator, active, invitations, begin, know, signIn, becomeFirstOperator, signOut, shopOf, maySell }
})
