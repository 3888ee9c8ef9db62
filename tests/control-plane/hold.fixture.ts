/** Starts a cluster, tells its folder, and waits to be killed, or for the end of whoever wanted to do it. */
import { orphaned } from './orphaned.ts'
import { startCluster } from './start-cluster.ts'

await using cluster = await startCluster()
process.stdout.write(`${cluster.folder}\n`)
await Promise.race([cluster.broken, orphaned()])
