import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
    test: {
        projects: [
            { plugins: [vue()], test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], environment: 'node' } },
            {
                test: {
                    name: 'journeys',
                    include: ['tests/journeys/**/*.test.ts'],
                    environment: 'node',
                    pool: 'threads', // one process: whoever ends it ends the browsers and servers, too
                    retry: Number(process.env.MEADOW_BROWSER_RETRIES ?? 0), // one that needed a second try is reported as such
                    testTimeout: 120_000,
                    hookTimeout: 120_000,
                },
            },
        ],
    },
})
