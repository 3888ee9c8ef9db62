import { finding, type Finding } from './finding.ts'
import { placeAt } from './place-at.ts'

/** Where bytes are no UTF-8, at the first that is none: text with replacement characters may have been written with them. */
export function brokenUtf8(bytes: Buffer, file: string): Finding | undefined {
  const text = bytes.toString('utf8')
  if (!text.includes('\ufffd')) return undefined
  const written = Buffer.from(text)
  const offset = written.findIndex((byte, index) => byte !== bytes[index])
  if (offset === -1 && written.length === bytes.length) return undefined
  const before = bytes.subarray(0, offset).toString('utf8')
  return finding('not-utf8', { offset }, placeAt({ file, text }, before.length))
}
