export { type Limits } from './limits.ts'
export { createSandbox, furnish, openSandbox, type Furnished, type Sandbox } from './sandbox.ts'
export { stripHere } from './strip-here.ts'
export { strip, type Stripped } from './strip.ts'
