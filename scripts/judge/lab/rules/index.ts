import { backends } from './backends.ts'
import { classCaps } from './class-caps.ts'
import { configs } from './configs.ts'
import { diskRegions } from './disk-regions.ts'
import { equalLimits } from './equal-limits.ts'
import { hosts } from './hosts.ts'
import { jobs } from './jobs.ts'
import { labCaps } from './lab-caps.ts'
import { memberCaps } from './member-caps.ts'
import { mountedDisks } from './mounted-disks.ts'
import { names } from './names.ts'
import { neverFits } from './never-fits.ts'
import { oneMachineDisks } from './one-machine-disks.ts'
import { owners } from './owners.ts'
import { plan } from './plan.ts'
import { retirements } from './retirements.ts'
import type { LabRule } from './rule.ts'
import { runNames } from './run-names.ts'
import { services } from './services.ts'

/** Every rule over the whole lab, in the order in which one reads about them: who, which names, how much, what it hangs on. */
export const labRules: readonly LabRule[] = [
  owners,
  names,
  runNames,
  memberCaps,
  neverFits,
  labCaps,
  classCaps,
  plan,
  jobs,
  equalLimits,
  mountedDisks,
  oneMachineDisks,
  diskRegions,
  retirements,
  configs,
  services,
  backends,
  hosts,
]
