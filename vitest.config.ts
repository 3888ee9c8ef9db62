import { defineConfig } from 'vitest/config'

/** Their tests talk to a Kubernetes control plane of our own: `npm run test:cluster`. The first run of all builds it. */
const onCluster = ['control-plane', 'cluster', 'agreement', 'admission', 'stories', 'faults', 'apply'].map(
  (folder) => `tests/${folder}/**/*.test.ts`,
)

export default defineConfig({
  test: {
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['scripts/**/*.test.ts', 'templates/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...onCluster],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'cluster',
          include: onCluster,
          globalSetup: 'tests/control-plane/shared-cluster.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
