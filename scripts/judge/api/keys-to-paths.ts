import type { KeyToPath } from 'kubernetes-types/core/v1.js'
import { all, between, each, fields, needs } from './check.ts'
import { relativeAndFree } from './file-paths.ts'

/** Permission bits of a file. */
export const fileMode = between(0, 0o777)

/** Which keys of a ConfigMap or Secret become which files. */
export const keysToPaths = each(
  all(needs<KeyToPath>('key', 'path'), fields<KeyToPath>({ path: relativeAndFree, mode: fileMode })),
)
