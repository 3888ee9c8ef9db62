export { aimOf, type Aim } from './aim.ts'
export { createLocator, type Anchor, type Locator } from './locator.ts'
export type { Origins } from './argument-path.ts'
export type { Strip } from './careful-strip.ts'
