export { foresee } from './foresee.ts'
export { plan } from './plan.ts'
export { rebuilt, type Rebuild } from './rebuilt.ts'
export type { PlanOptions } from './view-of.ts'
