import { setImmediate } from 'node:timers/promises'
import type { Desired, Wanted } from '../../model/desired.ts'
import type { Git } from '../../model/git.ts'
import type { Lab } from '../../model/lab.ts'
import type { Rendered } from '../../model/rendered.ts'
import type { House } from '../../model/request.ts'
import { desiredBy, type Standing } from './desired-from.ts'
import { houseAt, UnusableHouse } from '../house-at.ts'
import { readRendered } from './read-rendered.ts'
import { requestIn, type RenderedRequest } from './rendered-request.ts'
import type { IsSound } from './soundness.ts'
import { unapprovedMembers } from './unapproved-members.ts'

export interface ReviewedInput {
  /** Has all of main's history. */
  readonly git: Git
  readonly folder: string
  readonly digest: string
  readonly houseRoot: string
  /** Of the commit that is applied. */
  readonly standing: Standing
  readonly now: Date
}

/** Threat: the job that rendered it ran members' code. So nothing of a member's is done before they were judged here, where no such code runs. */
export interface Unjudged {
  readonly desired: Desired
  /** Loads what judges, which takes as long as all the rest when nothing is due. */
  readonly judge: () => Promise<IsSound>
}

export interface ReviewedState {
  readonly lab: Lab
  /** On its way: it is read in small pieces, so that the cluster can be asked meanwhile. */
  readonly unjudged: Promise<Unjudged>
}

/** What a reviewed folder asks for. Members whose requests reached main past the lane are frozen. Throws `NotReviewed`, or `UnusableHouse`. */
export async function reviewedState({
  git,
  folder,
  digest,
  houseRoot,
  standing,
  now,
}: ReviewedInput): Promise<ReviewedState> {
  const { index, rendered } = readRendered(folder, standing.commit, digest)
  const { house, findings } = await houseAt(houseRoot)
  if (findings.some(({ severity }) => severity === 'error')) throw new UnusableHouse(findings)
  const unapproved = await unapprovedMembers(git, house.lab, standing.commit)
  const unjudged = unjudgedIn(rendered, { house, now, standing, broken: index.broken, unapproved })
  unjudged.catch(() => undefined) // Whoever waits for it hears it; who stopped before need not.
  return { lab: house.lab, unjudged }
}

interface Judging {
  readonly house: House
  readonly now: Date
  readonly standing: Standing
  readonly broken: readonly string[]
  readonly unapproved: readonly string[]
}

async function unjudgedIn(rendered: readonly Rendered[], judging: Judging): Promise<Unjudged> {
  const requests = await readRequests(rendered)
  let known: Promise<IsSound> | undefined
  const judge = () => (known ??= judgeOf(requests, judging))
  return { desired: await desiredBySound(requests, judging, judge), judge }
}

async function judgeOf(requests: readonly RenderedRequest[], { house, now }: Judging): Promise<IsSound> {
  const { soundness } = await import('./soundness.ts')
  return soundness(requests, house, now)
}

/** Files between two looks at the network. */
const piece = 25

async function readRequests(rendered: readonly Rendered[]): Promise<readonly RenderedRequest[]> {
  const requests: RenderedRequest[] = []
  for (const [index, one] of rendered.entries()) {
    if (index % piece === 0) await setImmediate()
    requests.push(requestIn(one))
  }
  return requests
}

/** What cannot even be read, or told as a wish, freezes its member at once, and nobody else: left out, it would end what is there. */
async function desiredBySound(
  requests: readonly RenderedRequest[],
  { standing, ...frozen }: Judging,
  judge: Unjudged['judge'],
): Promise<Desired> {
  const unreadable = requests.filter(({ findings }) => findings.length > 0)
  const broken = new Set([...frozen.broken, ...frozen.unapproved, ...unreadable.map(({ owner }) => owner)])
  const wanted: Wanted[] = []
  for (const [owner, own] of Map.groupBy(requests, (request) => request.owner)) {
    if (broken.has(owner)) continue
    try {
      wanted.push(...desiredBy(own, [], standing).wanted)
    } catch (error) {
      if ((await judge())(owner)) throw error
      broken.add(owner)
    }
  }
  const { commit, height } = standing
  const { unapproved } = frozen
  return { commit, height, wanted, broken: [...broken].sort(), ...(unapproved.length > 0 && { unapproved }) }
}
