import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, inject, test } from 'vitest'
import { openCluster } from '../control-plane/cluster.ts'
import lab from './_lab.ts'
import { startEvaluator } from './commits.ts'
import { ownNamespace, vacate } from './own-namespace.ts'
import { play } from './play.ts'
import { lineTo } from './recorded.ts'
import { readScript } from './script.ts'

/**
 * Each folder is a story: `_notes.txt` says why it is told, `_users/1`, `_users/2` … are members' folders at each commit of main, and `story.txt` is
 * what happened, with what each apply said and how the cluster stood. It is played in a namespace of its own on the real control plane.
 * `UPDATE=1` writes the records anew; `STORY=name` plays one.
 */
const here = import.meta.dirname
const only = process.env['STORY']
const stories = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && (only === undefined || entry.name === only))
  .map((entry) => entry.name)

const cluster = await openCluster(inject('clusterFolder'))
const line = await lineTo(cluster)
const evaluator = await startEvaluator(join(here, '_lab.ts'))
afterAll(() => evaluator[Symbol.asyncDispose]())

test.concurrent.for(stories)('%s', async (name, { expect }) => {
  const folder = join(here, name)
  expect(existsSync(join(folder, '_notes.txt')), 'a story says why it is told').toBe(true)
  const namespace = `${name}-${randomBytes(3).toString('hex')}`
  await ownNamespace(cluster, { ...lab, namespace }, { nautilus: true })
  const file = join(folder, 'story.txt')
  const told = readFileSync(file, 'utf8')
  const stage = { folder, cluster, namespace, line, evaluator }
  await using _ = { [Symbol.asyncDispose]: () => vacate(cluster, namespace) }
  const { transcript, violations, restless } = await play(stage, readScript(told))
  if (process.env['UPDATE'] === '1') writeFileSync(file, transcript)
  expect.soft(transcript).toBe(process.env['UPDATE'] === '1' ? transcript : told)
  expect.soft(violations, 'invariants of apply.md 6').toEqual([])
  expect.soft(restless, 'one apply more writes nothing').toEqual([])
})
