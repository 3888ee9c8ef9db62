/** A stretch of memory that is not all zeros. */
interface Extent {
  readonly offset: number
  readonly bytes: Uint8Array
}

/** A memory's content without its long runs of zeros. */
export type Image = readonly Extent[]

const block = 4096
const page = 16 * block
const zeros = Buffer.alloc(page)

/** Of a memory of whole WebAssembly pages. */
export function takeImage(memory: Uint8Array): Image {
  const extents: Extent[] = []
  for (let from = nextLive(memory, 0); from < memory.length;) {
    const end = nextZero(memory, from)
    extents.push({ offset: from, bytes: memory.slice(from, end) })
    from = nextLive(memory, end)
  }
  return extents
}

function nextLive(memory: Uint8Array, from: number): number {
  let at = from
  while (at < memory.length) {
    if (at % page === 0 && isZero(memory, at, page)) at += page
    else if (isZero(memory, at, block)) at += block
    else break
  }
  return at
}

function nextZero(memory: Uint8Array, from: number): number {
  let at = from
  while (at < memory.length && !isZero(memory, at, block)) at += block
  return at
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
    clean = isZero(memory, from, block) ? clean + block : 0
    if (clean === 0) memory.fill(0, from, from + block)
  }
}

function isZero(memory: Uint8Array, offset: number, length: number): boolean {
  return zeros.compare(memory, offset, offset + length, 0, length) === 0
}
