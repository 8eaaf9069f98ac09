import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // What is awaited comes when it comes; the default second is a guess about an idle machine.
    expect: { poll: { timeout: 30_000 } },
    pool: 'forks',
    // Files wait for databases and processes more than they compute.
    maxWorkers: 2,
  },
})
