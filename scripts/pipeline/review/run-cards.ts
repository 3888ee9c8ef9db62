import { recentCommits } from '../../history/index.ts'
import type { RunCard, RunRow } from '../../model/card.ts'
import type { Forge } from '../../model/forge.ts'
import type { Git } from '../../model/git.ts'
import type { MainCommit } from '../../model/main-commit.ts'

export interface Telling {
  readonly git: Git
  readonly forge: Forge
  /** The commit that was applied. */
  readonly commit: string
  readonly namespace: string
}

/** Main's newest commits, whose pull requests are told what became of them: what is older is nobody's news. */
const mostCommits = 200

/** What an apply has to tell to pull requests: each request's rows, by the one that brought it to main as it is. */
export async function runCards(rows: readonly RunRow[], telling: Telling): Promise<readonly RunCard[]> {
  const commits = await recentCommits(telling.git, telling.commit, mostCommits)
  const byCommit = Map.groupBy(rows, (row) => commitOf(row, commits))
  const cards = [...byCommit].map(([commit, own]) => cardFor(commit, own, telling))
  return (await Promise.all(cards)).flatMap((card) => card ?? [])
}

/** The newest commit that touched the request's file, or, where main asks for it no more, its member's folder. */
function commitOf({ request, member }: RunRow, commits: readonly MainCommit[]): MainCommit | undefined {
  const isOf = (path: string): boolean =>
    request === undefined ? path.startsWith(`users/${member}/`) : path === `users/${request}.ts`
  return commits.find(({ paths }) => paths.some(isOf))
}

async function cardFor(
  commit: MainCommit | undefined,
  runs: readonly RunRow[],
  telling: Telling,
): Promise<RunCard | undefined> {
  if (commit === undefined || !runs.some(isNews)) return undefined
  const number = numberIn(commit.message)
  const pull = number === undefined ? undefined : await telling.forge.pull(number)
  // Threat: a title is its author's, and can name any number; only GitHub knows what was merged as what.
  if (pull === undefined || pull.mergedAs !== commit.id) return undefined
  const { namespace } = telling
  return { pull: pull.number, author: pull.author.login, namespace, commit: telling.commit, runs }
}

function isNews({ ending, progress }: RunRow): boolean {
  return ending !== 'kept' || progress !== undefined
}

/** As the lane and GitHub's three ways of merging write it. */
function numberIn(message: string): number | undefined {
  const [title = ''] = message.split('\n')
  const found = /^Merge (?:pull request )?#(\d{1,9})\b/.exec(title) ?? /\(#(\d{1,9})\)$/.exec(title)
  return found === null ? undefined : Number(found[1])
}
