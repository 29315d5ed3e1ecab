import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,fixtures,test-app,bin,scripts,docs}/**/*.test.ts'],
    globalSetup: './src/browser/global-setup.ts',
    // Vitest keeps a core for itself otherwise, of two.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
