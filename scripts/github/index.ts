export { type Credential } from './connect.ts'
export { openForge, type ForgeOptions } from './open-forge.ts'
export { settingsReader } from './settings-reader.ts'
