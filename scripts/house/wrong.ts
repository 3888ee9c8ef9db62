import type { HouseCodes } from '../model/codes/house.ts'
import { fault, type Fault, type FaultDetails } from '../model/finding.ts'
import type { Path } from '../model/json.ts'

/** A fault in a file of the house. */
export function wrong<C extends keyof HouseCodes>(
  code: C,
  args: HouseCodes[C],
  path: Path,
  details: FaultDetails = {},
): Fault {
  return fault(code, args as never, path, { law: { by: 'lab' }, ...details }) as Fault
}
