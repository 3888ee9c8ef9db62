import { join } from 'node:path'

/** The checkout that judges: where this code, `lab.config.ts`, `templates/` and `grants/` stand. */
export const houseRoot = join(import.meta.dirname, '..', '..')
