import { join } from 'node:path'
import { loadAll } from 'js-yaml'
import type { Lab } from '../../scripts/model/lab.ts'
import type { Manifest } from '../../scripts/model/manifest.ts'
import { noCache } from '../../scripts/pipeline/cache.ts'
import { checkFolders } from '../../scripts/pipeline/check-lab.ts'
import { startFolderWorkers } from '../../scripts/pipeline/folder-workers.ts'
import { houseAt } from '../../scripts/pipeline/house-at.ts'
import type { Sample } from './request.ts'

/** What `lab check` said to a request, and what it rendered. */
export interface Judged {
  readonly sample: Sample
  readonly member: string
  /** Codes of error findings. */
  readonly refused: readonly string[]
  readonly manifests: readonly Manifest[]
}

const root = join(import.meta.dirname, '..', '..')
const plenty = { gpus: 10_000, cpu: 100_000, memory: '900Ti', disk: '900Ti', gpuHours: 1_000_000 }

/** Each request by a member of its own, in a lab where nobody's total stands in the way. */
export async function judged(samples: readonly Sample[], prefix: string): Promise<readonly Judged[]> {
  const members = samples.map((_, index) => `${prefix}${index}`)
  const { house } = await houseAt(root)
  const folders = samples.map(({ text }, index) => folderOf(members[index] ?? '', text))
  await using workers = startFolderWorkers(false, 2)
  const lab = withPeople(house.lab, members)
  const checked = await checkFolders(
    folders,
    { ...house, lab },
    {
      now: new Date(),
      render: true,
      cache: noCache,
      types: undefined,
      progress: () => undefined,
      workers,
    },
  )
  return samples.map((sample, index) => {
    const member = members[index] ?? ''
    const errors = checked.findings.filter(
      ({ severity, place }) => severity === 'error' && place.file.startsWith(`users/${member}/`),
    )
    const texts = checked.rendered.filter(({ file }) => file.startsWith(`${member}/`)).map(({ text }) => text)
    return {
      sample,
      member,
      refused: errors.map(({ code }) => code),
      manifests: texts.flatMap((text) => loadAll(text) as Manifest[]),
    }
  })
}

function folderOf(owner: string, text: string) {
  return { owner, sources: [{ name: 'run.ts', file: `users/${owner}/run.ts`, text }] }
}

function withPeople(lab: Lab, members: readonly string[]): Lab {
  const caps = { ...lab.caps, member: plenty, lab: plenty }
  return { ...lab, caps, members: { ...lab.members, ...Object.fromEntries(members.map((login) => [login, {}])) } }
}
