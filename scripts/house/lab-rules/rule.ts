import type { Fault } from '../../model/finding.ts'
import type { Lab } from '../../model/lab.ts'

/** What the schema cannot say about the lab: how its parts refer to each other. */
export type LabRule = (lab: Lab) => readonly Fault[]
