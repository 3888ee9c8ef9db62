import type { Cluster } from '../control-plane/cluster.ts'
import type { CheckRun } from '../github/state.ts'
import type { Stage } from './open-stage.ts'

/** What can be seen of a lab, at GitHub and on the cluster. */
export interface LabSights {
  /** The check's conclusion, the first line of our one comment, labels: `success · ### ✔ Fits: … · gpu ready`. */
  readonly told: (pull: number) => Promise<string>
  /** Our comment. Throws where there is not exactly one. */
  readonly comment: (pull: number) => string
  readonly checks: (pull: number) => Promise<readonly CheckRun[]>
  /** Files of main, of requests and grants. */
  readonly main: () => readonly string[]
  /** `Pod alice-dev Running`, of everything that runs or is kept. */
  readonly live: () => Promise<readonly string[]>
  /** In the lab's namespace, as the cluster's own admin. */
  readonly kubectl: (args: readonly string[]) => ReturnType<Cluster['kubectl']>
}

const shown = 'custom-columns=:kind,:metadata.name,:status.phase'

export function labSights({ double, git }: Stage, cluster: Cluster, namespace: string): LabSights {
  const { comments, checks: all, issues } = double.state
  const kubectl: LabSights['kubectl'] = (args) => cluster.kubectl([...args, '--namespace', namespace])
  const comment: LabSights['comment'] = (pull) => {
    const ours = [...comments.values()].filter(({ under, body }) => under === pull && body.startsWith('<!-- lab -->'))
    const [only] = ours
    if (only === undefined || ours.length > 1) throw new Error(`${ours.length} comments of ours under #${pull}`)
    return only.body
  }
  const checks: LabSights['checks'] = async (pull) => {
    const head = await double.hand.head(pull)
    return [...all.values()].filter((one) => one.head === head && one.name === 'lab/approval')
  }
  return {
    kubectl,
    comment,
    checks,
    told: async (pull) => {
      const { conclusion = 'no check' } = (await checks(pull)).at(-1) ?? {}
      const labels = issues.get(pull)?.labels ?? []
      const parts = [conclusion, comment(pull).split('\n')[1], labels.toSorted().join(' ')]
      return parts.filter(Boolean).join(' · ')
    },
    main: () => git(['ls-tree', '-r', '--name-only', 'main', 'users', 'grants']).split('\n'),
    live: async () => {
      const { stdout } = await kubectl(['get', 'pods,pvc', '--no-headers', '-o', shown])
      return stdout
        .trim()
        .split('\n')
        .map((line) => line.trim().split(/\s+/).join(' '))
    },
  }
}
