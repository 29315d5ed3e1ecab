import { defineConfig } from 'vitest/config'
import { pace } from './src/machine/pace.ts'

const { slowness } = pace()

export default defineConfig({
  test: {
    include: ['{src,fixtures,scenarios,test-app,bin,scripts,docs,bench}/**/*.test.ts'],
    globalSetup: './src/browser/global-setup.ts',
    // Vitest keeps a core for itself otherwise, of two.
    maxWorkers: '100%',
    // Limits for what hangs: as long as this machine is slow.
    testTimeout: 60_000 * slowness,
    hookTimeout: 60_000 * slowness,
    expect: { poll: { timeout: 10_000 * slowness } },
  },
})
