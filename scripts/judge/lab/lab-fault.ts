import type { Entry } from './view.ts'
import type { Fault } from '../../model/finding.ts'
import type { ObjectPrint } from '../../model/footprint.ts'

/** A fault and whom it is about; its path starts at the object's manifest. Without an object it is about the whole file. */
export interface LabFault {
  readonly fault: Fault
  /** `alice/dev`. */
  readonly request: string
  readonly file: string
  readonly object: ObjectPrint | undefined
}

export function about({ request, object }: Entry, fault: Fault): LabFault {
  return { fault, request: request.request, file: request.file, object }
}
