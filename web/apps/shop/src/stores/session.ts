import { client, proveWith, take, type Profile, type SignIn, type SignInByCode, type SignUp } from '@meadow/api'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { forgetFeed } from '../lib/offline'

// Who I am on this device.
export const useSession = defineStore('session', () => {
    const user = ref<string | null>(null)
    const me = shallowRef<Profile | null>(null)
    const signedIn = computed(() => user.value !== null)

    async function begin(): Promise<void> {
        try {
            const session = await take(client.GET('/v1/session'))
            user.value = session.user ?? null
            proveWith(session.csrf)
            if (user.value !== null) void know()
        } catch {
            user.value = null // offline: the kept feed can still be read
        }
    }
    async function know(): Promise<void> {
        me.value = await take(client.GET('/v1/me'))
    }
    async function signIn(form: SignIn): Promise<void> {
        const opened = await take(client.POST('/v1/sessions', { body: form }))
        await welcome(opened.user, opened.csrf)
    }
    async function askForCode(address: string): Promise<void> {
        await take(client.POST('/v1/codes', { body: { address } }))
    }
    async function signInByCode(form: SignInByCode): Promise<void> {
        const opened = await take(client.POST('/v1/sessions/code', { body: form }))
        await welcome(opened.user, opened.csrf)
    }
    async function signUp(form: SignUp): Promise<void> {
        const opened = await take(client.POST('/v1/accounts', { body: form }))
        await welcome(opened.user, opened.csrf)
    }
    async function welcome(who: string, proof: string): Promise<void> {
        user.value = who
        proveWith(proof)
        await know()
    }
    async function signOut(): Promise<void> {
        await take(client.DELETE('/v1/session'))
        await forget()
    }
    // Nobody is signed in here any more. The proof for a guest's writes is a new one.
    async function forget(): Promise<void> {
        user.value = null
        me.value = null
        proveWith(undefined)
        await forgetFeed()
        await begin()
    }
    return { user, me, signedIn, begin, know, signIn, askForCode, signInByCode, signUp, signOut, forget }
})
