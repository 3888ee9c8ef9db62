import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openRoom, type Room } from '../change/index.ts'
import { scratchFolder } from './check-input.ts'
import { git } from './git.ts'
import { houseRoot } from './house-root.ts'
import { OutOfReach } from './out-of-reach.ts'

/** A repository of our own beside this checkout, in which changes are looked at; they come from where the checkout came from. */
export async function roomHere(main: string, token: string | undefined): Promise<Room> {
  const remote = (await git(['-C', houseRoot, 'config', 'remote.origin.url'])).toString('utf8').trim()
  const folder = join(scratchFolder(), 'room.git')
  await mkdir(folder)
  const authorization = remote.startsWith('https:') && token ? { authorization: basic(token) } : {}
  return openRoom({ folder, repository: houseRoot, remote, main, path: process.env['PATH'] ?? '', ...authorization })
}

function basic(token: string): string {
  return `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`
}

/**
 * The commit of this checkout. Threat: a run of an older commit, or of a branch, would judge by an older house; so whoever writes stops
 * where main has moved on, and the run that this push has started looks at everything.
 */
export async function mainHere(tip: string): Promise<string> {
  const here = (await git(['-C', houseRoot, 'rev-parse', 'HEAD'])).toString('latin1').trim()
  if (here !== tip)
    throw new OutOfReach(`main is at ${tip.slice(0, 7)} by now, and this is ${here.slice(0, 7)}: its own run looks.`)
  return here
}
