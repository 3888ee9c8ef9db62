import type { Manifest } from '../model/manifest.ts'
import { yamlText } from './yaml-text.ts'

/** Manifests as one YAML text, in the order given, for kubectl to read. */
export function renderObjects(manifests: readonly Manifest[]): string {
  return manifests.map((manifest) => `${yamlText(manifest)}\n`).join('---\n')
}
