import { afterAll } from 'vitest'
import { openForge } from '../../scripts/github/index.ts'
import type { Account } from '../../scripts/model/facts.ts'
import type { Call, Forge, Post } from '../../scripts/model/forge.ts'
import { git, labRepository, type Files } from '../change/lab-repository.ts'
import type { OperationId } from '../github/operations.ts'
import { startDouble, type Double } from '../github/start-double.ts'

export type Level = 'simple' | 'computed'

/** As `command.yml` gives them to a job where there is no App. */
const permissions = {
  obey: { contents: 'read', issues: 'write', 'pull-requests': 'write' },
  form: { contents: 'write', issues: 'write', 'pull-requests': 'write' },
} as const

const doubles: Double[] = []
afterAll(async () => {
  for (const double of doubles) await double[Symbol.asyncDispose]()
  const violations = doubles.flatMap((double) => double.violations)
  if (violations.length > 0) throw new Error(`GitHub would not understand:\n${violations.join('\n')}`)
})

/** What our calls are called there; the parts of a commit are not told. */
const callOf: Readonly<Partial<Record<OperationId, Call['call']>>> = {
  'checks/create': 'check',
  'git/create-ref': 'branch',
  'git/delete-ref': 'delete-branch',
  'git/update-ref': 'branch',
  'issues/add-labels': 'add-labels',
  'issues/create-comment': 'comment',
  'issues/delete-comment': 'delete-comment',
  'issues/update': 'close',
  'issues/update-comment': 'edit-comment',
  'pulls/create': 'open-pull',
  'pulls/merge': 'merge',
  'reactions/create-for-issue-comment': 'react',
}

/** A lab's repository at a GitHub of our own, with the people who act there. */
export async function labForge(files: Files, forbidden: readonly OperationId[] = []) {
  const lab = labRepository(files)
  const double = await startDouble({ repository: lab.upstream, owner: 'uci', name: 'lab' })
  doubles.push(double)
  const { hand, state, app } = double
  for (const [login, id] of [
    ['root', 1],
    ['boss', 2],
  ] as const)
    hand.person(login, id, 'write')
  for (const on of forbidden) double.misbehave({ on, how: 'forbidden', times: 100 })
  const next = (): number => Math.max(0, ...state.issues.keys()) + 1
  const setBranch = (branch: string, changes: Files): void => {
    git(lab.upstream, ['update-ref', `refs/heads/${branch}`, lab.pull(999_999, changes)])
  }
  const known = ({ login, id }: Account): string => hand.person(login, id).login
  let seen = 0
  return {
    lab,
    double,
    /** With the App's key, or with the token of a job. */
    forgeAt: (level: Level, job: keyof typeof permissions = 'obey'): Promise<Forge> => {
      const token = double.tokenFor({ job: permissions[job] })
      const credential = level === 'simple' ? { token } : { app: app.id, key: app.privateKey }
      return openForge({ api: double.url, server: 'https://github.com', repository: 'uci/lab', credential })
    },
    /** From a fork, or from a branch of the lab's own. */
    addPull: (author: Account, changes: Files, branch?: string): number => {
      const by = known(author)
      if (branch === undefined) {
        const number = next()
        lab.pull(number, changes)
        return hand.pull({ by, branch: 'patch-1', fork: `${by}/lab`, number }).number
      }
      setBranch(branch, changes)
      return hand.pull({ by, branch }).number
    },
    /** As a person writes it; GitHub's own lines end like those of Windows. */
    addComment: (by: Account, under: number, text: string): number => hand.comment(under, known(by), text).id,
    setBranch,
    /** Somebody pushes to their fork. */
    push: (pull: number, changes: Files): void => void lab.pull(pull, changes),
    edit: (comment: number): void => hand.edit(comment, state.comments.get(comment)?.body ?? ''),
    addIssue: (by: Account, text: string, labels: readonly string[] = ['request']): number =>
      hand.issue(known(by), 'Request: ', text, labels).number,
    changeIssue: (number: number, { text, isOpen, by }: Partial<Pick<Post, 'text' | 'isOpen' | 'by'>>): void => {
      const person = by && hand.person(by.login, by.id)
      const told = { ...(text !== undefined && { body: text }), ...(isOpen !== undefined && { isOpen }) }
      Object.assign(state.issues.get(number) ?? {}, told, person && { by: person })
    },
    /** Files of main: `grants/1-carol-llm.json`. */
    main: (): readonly string[] => git(lab.upstream, ['ls-tree', '-r', '--name-only', 'main']).split('\n'),
    read: (path: string): string => git(lab.upstream, ['show', `main:${path}`]),
    branches: (): readonly string[] =>
      git(lab.upstream, ['for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads']).split('\n'),
    /** Open pull requests, oldest first. */
    pulls: () => [...state.issues.values()].filter(({ pull, isOpen }) => pull !== undefined && isOpen),
    labels: (number: number): readonly string[] => state.issues.get(number)?.labels ?? [],
    reactions: (comment: number): readonly string[] =>
      state.reactions.filter((one) => one.comment === comment).map(({ content }) => content),
    /** What we said there. */
    under: (number: number): readonly string[] =>
      [...state.comments.values()]
        .filter((one) => one.under === number && one.by.type === 'Bot')
        .map(({ body }) => body),
    /** What was written since the last look at it. */
    written: (): readonly Call['call'][] => {
      const calls = double.calls.slice(seen)
      seen = double.calls.length
      return calls.flatMap(({ operation }) => (operation && callOf[operation]) ?? [])
    },
  }
}

export type LabForge = Awaited<ReturnType<typeof labForge>>
