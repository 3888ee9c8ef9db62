import type { LabFault } from '../lab-fault.ts'
import type { View } from '../view.ts'
import type { Day } from '../../../model/lab.ts'
import type { House } from '../../../model/request.ts'

/** Looks at all requests at once. Its faults are in the view's order, each at one place that a member wrote. */
export type LabRule = (view: View, house: House, today: Day) => readonly LabFault[]
