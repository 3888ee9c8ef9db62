import type { Format } from '../../model/report.ts'
import type { Formatter } from '../formatter.ts'
import { github } from './github.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import { sarif } from './sarif.ts'
import { text } from './text.ts'

/** A format without a function does not compile. */
export const formatters: { readonly [F in Format]: Formatter } = { text, json, github, sarif, junit, markdown }
