import { afterAll, describe, expect, test } from 'vitest'
import * as protocol from '../../scripts/apply/index.ts'
import { explore } from './explore.ts'
import { restOf } from './rest.ts'
import { labOf, newestOf, stories, type Story } from './scopes.ts'

/** `SEARCH=big` searches the stories that take long, and all rounds of every apply. */
const isBig = process.env['SEARCH'] === 'big'
const most = isBig ? 12_000_000 : 500_000

const told: string[] = []
afterAll(() => process.stdout.write(`${told.join('\n')}\n`))

/**
 * `apply.md` 6: whatever the order of the applies' requests, of the cluster's work and of what people delete, and wherever an apply
 * dies, no law is broken; and from every state that can be left behind, one whole apply of the newest commit brings the lab to rest;
 * two, where a GPU must first be given back that an older commit was admitted to.
 */
describe('every way in which it can happen', () => {
  const table = Object.entries(stories).filter(([, story]: readonly [string, Story]) => isBig || !story.big)
  test.each(table)('%s', { timeout: isBig ? 3_600_000 : 240_000 }, (name, story: Story) => {
    const rounds = isBig ? {} : { rounds: story.rounds ?? 2 }
    const { states, moves, servers, broken } = explore(protocol, story, { most, ...rounds })
    told.push(`${name}: ${states} states, ${moves} moves, ${servers.length} clusters left behind`)
    expect(broken).toBeUndefined()
    const commits = new Set(story.applies).size
    const rests = servers.map((server) => restOf(server, labOf(story.gpus), newestOf(story), commits))
    expect(rests.filter(({ writes, lost }) => writes.length > 0 || lost.length > 0)).toEqual([])
  })
})
