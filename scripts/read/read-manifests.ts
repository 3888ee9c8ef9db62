import { finding } from '../model/finding.ts'
import { placeAt } from '../model/place-at.ts'
import type { ReadFile } from './document.ts'
import { readDocument } from './read-document.ts'
import { splitDocuments } from './split-documents.ts'

/**
 * The Kubernetes objects of a YAML or JSON text, of any number of documents and lists, exactly as kubectl would hear them. What kubectl would refuse,
 * mishear or silently pass over is a finding; so is a text without any object.
 */
export function readManifests(text: string, file: string): ReadFile {
  const source = { file, text: text.startsWith('\ufeff') ? text.slice(1) : text }
  const { chunks, crowded } = splitDocuments(source.text)
  const read = chunks.map((chunk) => readDocument(chunk, source))
  const documents = read.flatMap((each) => each.documents)
  const findings = [
    ...crowded.map((offset) => finding('yaml-separator', {}, placeAt(source, offset, offset + 3))),
    ...read.flatMap((each) => each.findings),
  ]
  if (documents.length + findings.length > 0) return { documents, findings }
  return { documents, findings: [finding('no-object', {}, { file }, { severity: 'warning' })] }
}
