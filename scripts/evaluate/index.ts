export { defaultLimits, type Limits } from './limits.ts'
export { createSandbox, type Sandbox } from './sandbox.ts'
