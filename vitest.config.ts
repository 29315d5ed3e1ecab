import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,fixtures,test-app,bin,scripts}/**/*.test.ts'],
    globalSetup: './src/browser/global-setup.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
