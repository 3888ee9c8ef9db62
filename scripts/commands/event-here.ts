import { readFile } from 'node:fs/promises'
import type { Json } from '../model/json.ts'
import { readEvent, type SeenEvent } from '../obey/index.ts'
import { needed } from './forge-here.ts'
import { OutOfReach } from './out-of-reach.ts'

/** The event that started this run, from the file that GitHub wrote; nothing of it ever stands in a command line. */
export async function eventHere(): Promise<SeenEvent> {
  const file = needed(process.env, 'GITHUB_EVENT_PATH')
  const event = readEvent(JSON.parse(await readFile(file, 'utf8')) as Json)
  if (event === undefined) throw new OutOfReach('This event is about no issue and no comment.')
  return event
}
