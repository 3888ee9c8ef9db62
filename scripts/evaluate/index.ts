export { type Limits } from './limits.ts'
export { createSandbox, type Sandbox } from './sandbox.ts'
export { strip, type Stripped } from './strip.ts'
