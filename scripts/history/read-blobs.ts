import { mostBytes } from '../model/entry-fault.ts'
import type { Git } from '../model/git.ts'

/** A file's bytes, or that it has more of them than anybody reads; without `size` it was not fetched. */
export type Blob = Buffer | { readonly size?: number }

/** Contents by their ids: what was read once is the same in every tree. */
export type Blobs = Map<string, Blob>

/** Reads what `blobs` has not yet: two processes, however many files. */
export async function readBlobs(git: Git, ids: readonly string[], blobs: Blobs): Promise<void> {
  const wanted = [...new Set(ids)].filter((id) => !blobs.has(id))
  if (wanted.length === 0) return
  const sizes = (await git(['cat-file', '--batch-check=%(objectsize)'], lines(wanted))).toString('latin1').split('\n')
  const small: string[] = []
  wanted.forEach((id, index) => {
    const size = Number(sizes[index])
    if (size <= mostBytes) small.push(id)
    else blobs.set(id, Number.isNaN(size) ? {} : { size })
  })
  if (small.length === 0) return
  const texts = parseBatch(await git(['cat-file', '--batch'], lines(small)))
  small.forEach((id, index) => blobs.set(id, texts[index] ?? {}))
}

function lines(ids: readonly string[]): string {
  return ids.map((id) => `${id}\n`).join('')
}

/** `<id> blob <size>\n<bytes>\n` again and again, in the order asked for. */
function parseBatch(output: Buffer): readonly Buffer[] {
  const contents: Buffer[] = []
  for (let at = 0; at < output.length;) {
    const end = output.indexOf('\n', at)
    const size = Number(output.toString('latin1', at, end).split(' ')[2])
    contents.push(output.subarray(end + 1, end + 1 + size))
    at = end + 1 + size + 1
  }
  return contents
}
