import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { indexName } from '../../scripts/model/render-index.ts'
import { makeLab } from '../labs.ts'

export interface Sealed {
  /** Where `lab` is called. */
  readonly cwd: string
  /** Options of `lab apply` that name what was reviewed. */
  readonly reviewed: readonly string[]
  /** The same YAML and nothing else, for the peers. */
  readonly yaml: string
}

/** A checkout with so many members, each with a disk and a session, as `main` would have it. */
export function sealedLab(checkout: string, cwd: string, members: number): Sealed {
  makeLab(checkout, cwd, members)
  git(cwd, 'init', '-q', '-b', 'main')
  writeFileSync(join(cwd, '.gitignore'), 'node_modules\nsealed-*\nyaml-*\nseal.txt\n')
  return sealedNow(cwd, 'first')
}

/** After one member asked for one more session. */
export function withOneMore(cwd: string, name: string): Sealed {
  const text = `import { session } from '#lab'\n\nexport default session('${name}', { image: 'python', hours: 1 })\n`
  writeFileSync(join(cwd, 'users', 'm00050', `${name}.ts`), text)
  return sealedNow(cwd, name)
}

function sealedNow(cwd: string, name: string): Sealed {
  git(cwd, 'add', '-A')
  git(cwd, '-c', 'user.name=b', '-c', 'user.email=b@example.org', 'commit', '-qm', name)
  const [rendered, yaml, seal] = [`sealed-${name}`, join(cwd, `yaml-${name}`), 'seal.txt']
  execFileSync(process.execPath, [join(cwd, 'scripts', 'lab.mjs'), 'build', '--out', rendered, '--seal', seal], {
    cwd,
    stdio: 'pipe',
  })
  cpSync(join(cwd, rendered), yaml, { recursive: true })
  rmSync(join(yaml, indexName))
  const commit = git(cwd, 'rev-parse', 'HEAD').trim()
  const digest = readFileSync(join(cwd, seal), 'utf8').trim()
  return { cwd, yaml, reviewed: ['--rendered', rendered, '--commit', commit, '--digest', digest] }
}

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8' })
}
