export { judgeOwn } from './judge-own.ts'
export { judgeSchema } from './judge-schema.ts'
export { withoutNulls } from './without-nulls.ts'
