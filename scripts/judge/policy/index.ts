export { createPolicy, type Policy } from './create-policy.ts'
