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
                    testTimeout: 120_000,
                    hookTimeout: 120_000,
                },
            },
        ],
    },
})
