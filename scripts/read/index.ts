export type { Document, ReadFile } from './document.ts'
export { readManifests } from './read-manifests.ts'
