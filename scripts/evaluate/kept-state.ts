import type { QuickJSContext } from 'quickjs-emscripten-core'
import { restoreImage, takeImage, type Image } from './image.ts'

const staticBytes = 2 ** 20
const probeBytes = 2 ** 18

/**
 * Keeps the machine's present state; the function that comes back restores it: 0.6 MB are copied, and what a run used above is zeroed.
 * Handles that were made before stay good, those of a run are stale.
 */
export function keepState(context: QuickJSContext, memory: WebAssembly.Memory): () => void {
  const bytes = new Uint8Array(memory.buffer)
  const words = new Uint32Array(memory.buffer)
  const image = takeImage(bytes)
  const heapEnd = findHeapEnd(context, words, image)
  const restore = (): void => restoreImage(bytes, image, words[heapEnd] ?? bytes.length)
  restore()
  return restore
}

/**
 * Which word of the C library's data holds the end of its heap (`sbrk`; it only ever rises): of those that a large allocation moved,
 * the one with the highest address.
 */
function findHeapEnd(context: QuickJSContext, words: Uint32Array, image: Image): number {
  context.unwrapResult(context.evalCode(`'x'.repeat(${probeBytes})`))
  let found = -1
  for (const { offset, bytes } of image.filter((extent) => extent.offset < staticBytes)) {
    const before = new Uint32Array(bytes.buffer)
    for (let index = 0; index < before.length; index++) {
      const was = before[index] ?? 0
      const is = words[offset / 4 + index] ?? 0
      if (is - was >= probeBytes && is <= words.byteLength && is > (words[found] ?? 0)) found = offset / 4 + index
    }
  }
  if (found === -1) throw new Error('the end of the heap was not found: another build of QuickJS?')
  return found
}
