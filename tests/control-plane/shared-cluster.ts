import type { TestProject } from 'vitest/node'
import { startCluster } from './start-cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly clusterFolder: string
  }
}

/** One cluster for all test files that can share one; they get it by `openCluster(inject('clusterFolder'))`, and name their objects apart. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, stop } = await startCluster()
  project.provide('clusterFolder', folder)
  return stop
}
