import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'fixtures/**/*.test.ts', 'test-app/**/*.test.ts', 'bin/**/*.test.ts'],
    globalSetup: './src/browser/global-setup.ts',
    testTimeout: 30_000,
  },
})
