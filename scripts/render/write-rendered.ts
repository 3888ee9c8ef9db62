import { Buffer } from 'node:buffer'
import { mkdirSync, renameSync, rmdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Rendered, WriteSummary } from '../model/rendered.ts'
import { survey } from './survey.ts'

/**
 * Makes the output folder hold these files. What is already right is not touched, files of ours that are no longer wanted are removed,
 * and what we did not write is left where it is, even in the way. A file is either the old one or the new one, never half of it.
 * Throws where the disk does.
 */
export async function writeRendered(out: string, files: readonly Rendered[]): Promise<WriteSummary> {
  const wanted = new Map(files.map(({ file, text }) => [pathInside(file), Buffer.from(text)]))
  mkdirSync(out, { recursive: true })
  const { same, gone, foreign } = survey(out, wanted)
  const inTheWay = (path: string) => foreign.has(path) || foreign.has(dirname(path))
  const fresh = [...wanted].filter(([path]) => !same.has(path) && !inTheWay(path))
  const blocked = [...wanted.keys()].filter(inTheWay)
  for (const [path, content] of fresh) replace(join(out, path), content)
  for (const path of gone) unlinkSync(join(out, path))
  for (const folder of new Set(gone.map(dirname))) removeIfEmpty(join(out, folder))
  return {
    written: fresh.map(([path]) => path).toSorted(),
    unchanged: same.size,
    removed: gone.toSorted(),
    left: [...foreign].filter((path) => !wanted.has(path)).toSorted(),
    blocked: blocked.toSorted(),
  }
}

/** Two plain names and nothing else: whatever made them, they cannot lead out of the folder. */
function pathInside(file: string): string {
  if (!/^[\w-][\w.-]*\/[\w-][\w.-]*\.yaml$/.test(file))
    throw new Error(`not a path inside the output folder: ${JSON.stringify(file)}`)
  return file
}

function replace(path: string, content: Buffer): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}`)
  mkdirSync(dirname(path), { recursive: true })
  try {
    writeFileSync(temporary, content, { flag: 'wx' })
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOTEMPTY')) throw error
  }
}
