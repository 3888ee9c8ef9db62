import { findingOf, readGrant } from '../../house/index.ts'
import { judgeOwn } from '../../judge/schema/index.ts'
import type { ChangedPath } from '../../model/change.ts'
import type { GivenGrant } from '../../model/facts.ts'
import type { Day, Lab } from '../../model/lab.ts'
import type { Tree } from '../../model/tree.ts'
import { placeInHouse } from '../place-in-house.ts'

/** The grants that a change adds or alters, judged by the lab of main. */
export function givenGrants(paths: readonly ChangedPath[], tree: Tree, lab: Lab, today: Day): readonly GivenGrant[] {
  const changed = new Set(paths.map(({ path }) => path))
  return tree.grants
    .filter(({ file }) => changed.has(file))
    .map(({ file, text }) => {
      const judges = { check: (value: unknown) => judgeOwn('grant', value), lab, today }
      const { source, grant, faults } = readGrant(file.slice('grants/'.length), text, judges)
      return {
        file,
        ...(grant !== undefined && { grant }),
        findings: faults.map((one) => findingOf(one, source, placeInHouse)),
      }
    })
}
