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
                    testTimeout: 120_000,
                    hookTimeout: 120_000,
                },
            },
        ],
    },
})
