/** A stretch of memory that is not all zeros. */
interface Extent {
  readonly offset: number
  readonly bytes: Uint8Array
}

/** A memory's content without its long runs of zeros. */
export type Image = readonly Extent[]

const block = 4096
const zeros = new Uint8Array(block)

export function takeImage(memory: Uint8Array): Image {
  const extents: Extent[] = []
  let from = -1
  for (let offset = 0; offset <= memory.length; offset += block) {
    const live = offset < memory.length && Buffer.compare(memory.subarray(offset, offset + block), zeros) !== 0
    if (live && from === -1) from = offset
    if (live || from === -1) continue
    extents.push({ offset: from, bytes: memory.slice(from, offset) })
    from = -1
  }
  return extents
}

/**
 * Invariant: afterwards `memory` is as it was when the image was taken, byte for byte, if nothing was written at or above `dirtyEnd`, and
 * into a run of zeros only from its end downwards, as the C stack grows, without leaving out as much as `untouched`.
 */
export function restoreImage(memory: Uint8Array, image: Image, dirtyEnd: number): void {
  let last = 0
  for (const { offset, bytes } of image) {
    clearDownwards(memory, last, offset)
    memory.set(bytes, offset)
    last = offset + bytes.length
  }
  memory.fill(0, last, Math.max(last, dirtyEnd))
}

/** More than any C function leaves between what it writes on its stack. */
const untouched = 8 * block

function clearDownwards(memory: Uint8Array, start: number, end: number): void {
  let clean = 0
  for (let from = end - block; from >= start && clean < untouched; from -= block) {
    const dirty = memory.subarray(from, from + block)
    clean = Buffer.compare(dirty, zeros) === 0 ? clean + block : 0
    if (clean === 0) dirty.fill(0)
  }
}
