export { askOf } from './ask-of.ts'
export { decide } from './decide.ts'
export { kindOf } from './kind-of.ts'
