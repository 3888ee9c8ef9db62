export { desiredOf, type Checked, type CheckedRequest } from './desired-of.ts'
