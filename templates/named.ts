import { checkName } from './check-name.ts'
import { whole } from './check.ts'
import { context } from './context.ts'
import { mentioned, type OptionFault } from './made.ts'
import type { Meta } from './manifests.ts'
import { meta } from './meta.ts'
import { plain } from './plain.ts'

const runCheck = whole(1)

/** Metadata of a manifest written by hand: `metadata: named('probe')`; `named('probe', 2)` for its second run. */
export function named(name: string, run?: number): Meta {
  const faults: OptionFault[] = []
  const at = (called: string, key: number) => ({ template: 'named', faults, key, called })
  const ownName = checkName(plain(name), at('name', 0), context().prefix) ?? 'named'
  const number = run === undefined ? 1 : (runCheck(plain(run), at('run', 1)) ?? 1)
  return mentioned('named', meta(ownName, { run: number }), faults)
}
