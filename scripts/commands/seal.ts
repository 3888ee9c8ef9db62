import { hash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { brokenMembers } from '../pipeline/apply/broken-members.ts'
import { checkLab } from '../pipeline/check-lab.ts'
import { indexName, renderDigest, type RenderIndex } from '../model/render-index.ts'
import type { Rendered } from '../model/rendered.ts'
import type { Format } from '../model/report.ts'
import { writeRendered } from '../render/index.ts'
import { checkInput, sourceOf, usersRootOf } from './check-input.ts'
import { reportOf } from './check.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { git } from './git.ts'
import { judging } from './judging.ts'
import { OutOfReach } from './out-of-reach.ts'
import { print } from './print.ts'
import { say } from './say.ts'
import { UsageError } from './usage-error.ts'

export interface SealOptions {
  readonly users?: string
  readonly out: string
  /** The file that gets the digest. */
  readonly seal: string
  readonly format: Format
}

/**
 * `lab build --seal`: the YAML of a commit for `lab apply`, bound to it by one digest. One member's mistake does not stop the others:
 * nothing of theirs is written, and apply freezes what they have. With a mistake in the house nothing is written at all.
 */
export function seal(options: SealOptions): Promise<ExitCode> {
  return judging(options.format, () => sealRequests(options))
}

async function sealRequests({ users, out, seal: sealFile, format }: SealOptions): Promise<ExitCode> {
  const commit = await cleanCommit()
  const input = checkInput({ usersRoot: usersRootOf(users), types: true, cache: false, render: true })
  await using _ = input.workers
  const checked = await checkLab(input)
  print(reportOf(checked, checked.findings), format, sourceOf(checked))
  const broken = brokenMembers(checked)
  if (broken === 'house') throw new OutOfReach('nothing was written: the lab’s own files have errors, see above.')
  const rendered = checked.rendered.filter(({ file }) => !broken.includes(file.split('/')[0] ?? ''))
  const index = indexOf(commit, broken, rendered)
  const { left, blocked } = await writeRendered(resolve(out), rendered)
  const strange = [...left, ...blocked].filter((file) => file !== indexName)
  if (strange.length > 0) throw new UsageError(`\`--out ${out}\` must be empty or ours: ${strange[0]} is there.`)
  await writeFile(join(out, indexName), `${JSON.stringify(index, null, 2)}\n`)
  await writeFile(sealFile, `${renderDigest(index)}\n`)
  say(`${out}: ${rendered.length} requests of ${commit.slice(0, 7)}, sealed as ${renderDigest(index).slice(0, 12)}.`)
  for (const member of broken) say(`Left out, for their errors: ${member}.`)
  return exitCode.done
}

function indexOf(commit: string, broken: readonly string[], rendered: readonly Rendered[]): RenderIndex {
  const files = Object.fromEntries(rendered.map(({ file, text }) => [file, hash('sha256', text)]))
  return { version: 1, commit, broken, files }
}

/** A commit's name says nothing about bytes that were never committed. */
async function cleanCommit(): Promise<string> {
  const changed = await git(['status', '--porcelain', '--', 'users', 'templates', 'grants', 'lab.config.ts'])
  if (changed.length > 0) throw new UsageError('`--seal` binds YAML to a commit: commit your changes first.')
  return (await git(['rev-parse', 'HEAD'])).toString('utf8').trim()
}
