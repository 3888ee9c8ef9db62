import { spawnSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const module = join(import.meta.dirname, '..', 'ssa')

/** Flux's own library as a program, built once into the user's cache directory. Throws where Go is missing: a peer that cannot run is not left out. */
export function ssaBinary(): string {
  const text = ['main.go', 'go.mod'].map((file) => readFileSync(join(module, file), 'utf8')).join('\0')
  const caches = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')
  const binary = join(caches, 'uci-datalab', 'tools', `flux-ssa-${hash('sha256', text).slice(0, 12)}`)
  if (existsSync(binary)) return binary
  process.stderr.write('building a peer from github.com/fluxcd/pkg/ssa, once\n')
  const { status, error } = spawnSync('go', ['build', '-o', binary, '.'], { cwd: module, stdio: 'inherit' })
  if (status === 0) return binary
  throw new Error(
    error === undefined
      ? 'the peer `fluxcd/pkg/ssa` cannot be built, see above'
      : 'the peer `fluxcd/pkg/ssa` is built with Go: install it from https://go.dev/dl, or choose sections with `--only`',
  )
}
