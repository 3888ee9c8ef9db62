import { brokenUtf8 } from '../model/broken-utf8.ts'
import { mostBytes } from '../model/entry-fault.ts'
import { finding, type Finding } from '../model/finding.ts'
import { placeAt } from '../model/place-at.ts'
import type { Source } from '../model/request.ts'
import { textFault } from '../model/text-fault.ts'
import type { Listed } from './list-tree.ts'
import type { Blob } from './read-blobs.ts'

/** The text of one file, or why it is none: the same answer as for a file on a disk. */
export function sourceOf({ path: file, name, mode }: Listed, blob: Blob): Source | Finding {
  if (!Buffer.isBuffer(blob)) return finding('file-too-large', { ...blob, limit: mostBytes }, { file })
  if (mode === '100755') return finding('file-executable', {}, { file })
  const text = blob.toString('utf8')
  return brokenUtf8(blob, file) ?? brokenText(file, text) ?? { name, file, text }
}

function brokenText(file: string, text: string): Finding | undefined {
  const fault = textFault(text)
  return fault && finding(fault.code, {}, placeAt({ file, text }, fault.offset))
}
