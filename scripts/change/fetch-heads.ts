import type { Unreadable } from '../model/change.ts'
import type { Room } from './open-room.ts'
import { said } from './said.ts'
import { GitFailure } from './run-git.ts'

/** The commit at the head of each pull request, by its number, or why there is none. */
export type Heads = ReadonlyMap<number, string | Unreadable>

/** Brings the heads of pull requests into the room, all in one fetch. Where that fails, each alone: one that is broken keeps nobody waiting. */
export async function fetchHeads(room: Room, pulls: readonly number[]): Promise<Heads> {
  if (pulls.length === 0) return new Map()
  const together = await attempt(room, pulls)
  const failed = new Map<number, Unreadable>()
  if (together !== undefined) {
    for (const pull of pulls) {
      const failure = pulls.length === 1 ? together : await attempt(room, [pull])
      if (failure !== undefined) failed.set(pull, failure)
    }
  }
  const heads = await headsIn(room)
  return new Map(pulls.map((pull) => [pull, failed.get(pull) ?? heads.get(refOf(pull)) ?? { unreadable: 'gone' }]))
}

async function attempt(room: Room, pulls: readonly number[]): Promise<Unreadable | undefined> {
  try {
    await room.fetch(pulls.map((pull) => `+${refOf(pull)}:${refOf(pull)}`))
    return undefined
  } catch (error) {
    return failureOf(error)
  }
}

function failureOf(error: unknown): Unreadable {
  const text = error instanceof GitFailure ? error.said : ''
  if (text.includes("couldn't find remote ref")) return { unreadable: 'gone' }
  return { unreadable: /\bfsck error\b/.test(text) ? 'malformed' : 'unknown', said: said(error) }
}

async function headsIn({ git }: Room): Promise<ReadonlyMap<string, string>> {
  const lines = (await git(['for-each-ref', '--format=%(refname) %(objectname)', 'refs/pull/'])).toString('utf8')
  return new Map(lines.split('\n').map((line) => [line.split(' ')[0] ?? '', line.split(' ')[1] ?? '']))
}

function refOf(pull: number): string {
  return `refs/pull/${pull}/head`
}
