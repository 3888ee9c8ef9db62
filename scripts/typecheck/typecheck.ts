import { randomUUID } from 'node:crypto'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { finding, type Finding } from '../model/finding.ts'
import type { Lab } from '../model/lab.ts'
import type { Folder } from '../model/request.ts'
import { compilerFor } from './compiler.ts'
import { diagnosticsIn, type Diagnostic } from './diagnostics.ts'
import { declares, firstGroups, notLookedAt, partsOf } from './groups.ts'
import { openWorkplace, writeProject, type Workplace } from './project.ts'
import { runCompiler, type CompilerRun } from './run-compiler.ts'
import { typeFinding } from './type-finding.ts'

export interface TypecheckInput {
  /** The folder that holds the members' folders, with the same files as `folders`. */
  readonly usersRoot: string
  /** The folder of `templates/`. */
  readonly houseRoot: string
  readonly lab: Lab
  readonly folders: readonly Folder[]
  /** For all runs of the compiler together; one of them may take a sixth, so that one bad folder among thousands can be found. */
  readonly deadlineSeconds: number
  /** Where a folder of our own may be made. */
  readonly tmp: string
}

/** Address space. 10,000 requests were seen to need 1.7 GiB of it, and to hold 0.4 GiB. */
const memoryMiB = 3072
const outputMiB = 32
const partsOfDeadline = 6
const mostPerFile = 20

/**
 * What TypeScript says about the members' files: help, not a gate, so nothing may be concluded from its silence. Rejects only where no
 * folder can be made in `tmp`. A folder on which it does not end, or ends badly, costs only its own member their type findings.
 */
export async function typecheck(input: TypecheckInput): Promise<readonly Finding[]> {
  const dir = realpathSync(mkdtempSync(join(input.tmp, 'types-')))
  try {
    return await checkedIn(dir, input)
  } catch (error) {
    const file = error instanceof HouseFault ? error.file : 'templates/index.ts'
    return [unavailable(error instanceof Error ? error.message : String(error), file)]
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

async function checkedIn(dir: string, input: TypecheckInput): Promise<readonly Finding[]> {
  const desk = {
    place: openWorkplace(dir, input, randomUUID()),
    compiler: compilerFor(process.platform, process.arch),
    seconds: input.deadlineSeconds / partsOfDeadline,
    signal: AbortSignal.timeout(input.deadlineSeconds * 1000),
  }
  return checkedInTurn(firstGroups(input.folders), desk)
}

/** With our own types broken, what is said about the members' means nothing. */
class HouseFault extends Error {
  readonly file: string

  constructor({ file, message }: Diagnostic) {
    super(message)
    this.file = file ?? 'templates/index.ts'
  }
}

interface Desk {
  readonly place: Workplace
  readonly compiler: string
  readonly seconds: number
  readonly signal: AbortSignal
}

async function checkedInTurn(groups: readonly (readonly Folder[])[], desk: Desk): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const folders of groups) findings.push(...(await checked(folders, desk)))
  return findings
}

async function checked(folders: readonly Folder[], desk: Desk): Promise<readonly Finding[]> {
  if (folders.length === 0) return []
  const { place, compiler, seconds, signal } = desk
  const run = await runCompiler(compiler, writeProject(folders, place), place.dir, {
    seconds,
    memoryMiB,
    outputMiB,
    signal,
  })
  if (run.end === 'answered') {
    const diagnostics = diagnosticsIn(run.output, place)
    return [...findingsIn(diagnostics, folders), ...(await checked(notLookedAt(diagnostics, folders), desk))]
  }
  if (folders.length === 1 || signal.aborted) return folders.map((folder) => unfinished(folder, run, seconds))
  return checkedInTurn(partsOf(folders), desk)
}

function findingsIn(diagnostics: readonly Diagnostic[], folders: readonly Folder[]): readonly Finding[] {
  const ours = diagnostics.find(({ of }) => of === 'house')
  if (ours && !folders.some(declares)) throw new HouseFault(ours)
  const byFile = Map.groupBy(diagnostics, ({ file }) => file)
  return folders.flatMap((folder) =>
    folder.sources.flatMap((source) =>
      (byFile.get(`${folder.owner}/${source.name}`) ?? [])
        .slice(0, mostPerFile)
        .map((diagnostic) => typeFinding(diagnostic, folder, source)),
    ),
  )
}

function unfinished(folder: Folder, run: Exclude<CompilerRun, { end: 'answered' }>, seconds: number): Finding {
  const file = folder.sources[0]?.file ?? `users/${folder.owner}`
  if (run.end === 'failed') return unavailable(run.why, file)
  if (run.end === 'time') return finding('types-timeout', { seconds }, { file }, { severity: 'warning' })
  return finding('types-too-large', { what: run.end }, { file }, { severity: 'warning' })
}

function unavailable(why: string, file: string): Finding {
  const [line = ''] = why.split('\n')
  return finding('types-unavailable', { why: line }, { file }, { severity: 'warning' })
}
