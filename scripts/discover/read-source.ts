import { constants, lstatSync, readFileSync } from 'node:fs'
import { brokenUtf8 } from '../model/broken-utf8.ts'
import { mostBytes } from '../model/entry-fault.ts'
import { finding, type Finding } from '../model/finding.ts'
import { placeAt } from '../model/place-at.ts'
import type { Source } from '../model/request.ts'
import { textFault } from '../model/text-fault.ts'

const executable = 0o111

/** Threat: what was a file may be a link or a pipe by now; neither is followed nor waited for. */
const flag = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/** The text of one file, or why it is none. */
export function readSource(path: string, { name, file }: Omit<Source, 'text'>): Source | Finding {
  try {
    const { size, mode } = lstatSync(path)
    if (size > mostBytes) return finding('file-too-large', { size, limit: mostBytes }, { file })
    if ((mode & executable) !== 0) return finding('file-executable', {}, { file })
    const text = readFileSync(path, { encoding: 'utf8', flag })
    return brokenText(path, file, text) ?? { name, file, text }
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return finding('file-unreadable', { why }, { file })
  }
}

/** Threat: nothing in a text tells its bytes once replacement characters stand in it; so then they are read again. */
function brokenText(path: string, file: string, text: string): Finding | undefined {
  const broken = text.includes('\ufffd') ? brokenUtf8(readFileSync(path, { flag }), file) : undefined
  if (broken !== undefined) return broken
  const fault = textFault(text)
  return fault && finding(fault.code, {}, placeAt({ file, text }, fault.offset))
}
