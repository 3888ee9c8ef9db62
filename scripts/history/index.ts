export { foldersAt } from './folders-at.ts'
export { heightsAt, ShallowHistory, type Heights } from './heights.ts'
export type { Blobs } from './read-blobs.ts'
export { treeAt } from './tree-at.ts'
