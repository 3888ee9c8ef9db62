#!/usr/bin/env node
// Plain JavaScript, so that a Node that cannot run TypeScript still says which one is wanted.
import module from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'

const wanted = 26
const [major] = process.versions.node.split('.').map(Number)
if (major === undefined || major < wanted) {
  process.stderr.write(
    `lab needs Node ${wanted}, and this is Node ${process.versions.node}: run \`npm ci\` once, then \`npx lab …\`, which brings its own.\n`,
  )
  process.exitCode = 1
} else {
  const caches = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')
  module.enableCompileCache(join(caches, 'uci-datalab', 'compiled'))
  await import('./lab.ts')
}
