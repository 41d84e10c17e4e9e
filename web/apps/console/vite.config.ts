import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

// `npm run dev` passes what belongs to the server, and the shop's boot script and icon, on to a running one (MEADOW_SERVER).
const server = process.env.MEADOW_SERVER ?? 'http://127.0.0.1:8080'

export default defineConfig({
    base: '/console/',
    plugins: [vue()],
    define: { __VUE_OPTIONS_API__: false, __VUE_PROD_DEVTOOLS__: false, __VUE_I18N_LEGACY_API__: false, __VUE_I18N_FULL_INSTALL__: false, __INTLIFY_PROD_DEVTOOLS__: false },
    resolve: { dedupe: ['vue'] },
    server: { proxy: Object.fromEntries(['/v1', '/media', '/sandbox', '/metrics', '/boot.js', '/icon.svg'].map((path) => [path, server])) },
    build: {
        target: 'es2022',
        assetsInlineLimit: 0, // the Content-Security-Policy knows no data: addresses
        cssCodeSplit: true,
        reportCompressedSize: false,
        chunkSizeWarningLimit: 700,
        modulePreload: { polyfill: false },
        manifest: true,
    },
})
