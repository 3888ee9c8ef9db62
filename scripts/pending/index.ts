export { isSettled } from './is-settled.ts'
export { knownResources } from './known-resources.ts'
export { progressOf } from './progress-of.ts'
export { type Scene, sceneOf } from './scene.ts'
