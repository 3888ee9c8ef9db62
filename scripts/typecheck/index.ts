export { mergeTypeFindings } from './merge-type-findings.ts'
export { typecheck, type TypecheckInput } from './typecheck.ts'
