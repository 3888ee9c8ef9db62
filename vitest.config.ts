import { defineConfig } from 'vitest/config'

/** Their tests talk to a Kubernetes control plane of our own: `npm run test:cluster`. The first run of all builds it. */
const onCluster = ['control-plane', 'cluster', 'agreement', 'admission', 'stories', 'apply', 'workflows/runs'].map(
  (folder) => `tests/${folder}/**/*.test.ts`,
)

/** `npm run test:faults`: one apply, disturbed at every request. Some three minutes; a seed draws the sample, `FAULTS=all` tries all. Outside CI as long as kwok can take a new pod for the old one of its name. */
const faults = ['tests/faults/**/*.test.ts']

const withCluster = {
  globalSetup: 'tests/control-plane/shared-cluster.ts',
  testTimeout: 120_000,
  hookTimeout: 120_000,
  maxWorkers: 3,
}

export default defineConfig({
  test: {
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['scripts/**/*.test.ts', 'templates/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...onCluster, ...faults],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { extends: true, test: { ...withCluster, name: 'cluster', include: onCluster, sequence: { groupOrder: 1 } } },
      { extends: true, test: { ...withCluster, name: 'faults', include: faults, sequence: { groupOrder: 2 } } },
    ],
  },
})
