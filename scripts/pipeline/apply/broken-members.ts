import type { Checked } from '../check-lab.ts'

/** Members with an error anywhere in their folder, sorted; `house`: an error that is nobody's, so that nothing may be applied. */
export function brokenMembers({ findings }: Pick<Checked, 'findings'>): readonly string[] | 'house' {
  const owners = findings
    .filter(({ severity }) => severity === 'error')
    .map(({ place }) => /^users\/([^/]+)(?:\/|$)/.exec(place.file)?.[1])
  if (owners.includes(undefined)) return 'house'
  return [...new Set(owners.filter((owner) => owner !== undefined))].sort()
}
