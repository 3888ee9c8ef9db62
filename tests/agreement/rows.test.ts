import { describe, expect, inject, test } from 'vitest'
import { cases } from '../../scripts/judge/api/cases/index.ts'
import { type ServerCode, serverReasons } from '../../scripts/judge/api/server-reasons.ts'
import { kindOf, type Manifest } from '../../scripts/model/manifest.ts'
import { openCluster } from '../control-plane/cluster.ts'
import { type Kind, kinds } from './manifests/make-manifest.ts'
import type { Verdict } from './verdict/answer.ts'
import { spelt } from './verdict/compare.ts'
import { forReal } from './verdict/for-real.ts'
import { dryRun } from './verdict/server.ts'

const cluster = await openCluster(inject('clusterFolder'))
const dry = dryRun(cluster.as('admin'))
const real = await forReal(cluster.as('admin'))

/** Of rows of one kind of ours. */
const rows = Object.values(cases)
  .flat()
  .filter(([, manifest]) => kinds.some((kind) => kind === kindOf(manifest)))

/** Where the server says it oddly, and we do not. */
const exceptions = new Set([
  // `Forbidden` for a size below zero
  'a folder has a size',
  // Refused where the address is not the cluster's own, which only the cluster knows
  'an address is the cluster’s to give',
  // A panic, which names no place and none of our rules
  'nor pages at which the server panics',
  // Found only when the field is looked for in that version
  'a field of another version',
  // The index without the list
  'a label that the selector has, and the pod',
  'a label that the selector has twice',
])

const isServers = (code: string): code is ServerCode => Object.hasOwn(serverReasons, code)

/** `Required spec.containers`: what the server should say where a row says `value-required spec.containers`. */
function expected(fault: string): readonly string[] {
  const [code = '', ...path] = fault.split(' ')
  return isServers(code) ? [`${serverReasons[code]} ${shortened(path.join(' '))}`] : []
}

/** Keys made of many letters are cut in the rows. */
function shortened(path: string): string {
  return spelt(path).replaceAll(/[^[\].]{41,}/g, (key) => `${key.slice(0, 20)}…`)
}

/** A dry run writes nothing, and so does not look at everything. */
async function asked(manifest: Manifest): Promise<Verdict> {
  const kind = kindOf(manifest) as Kind
  const verdict = await dry(manifest, kind)
  return verdict.verdict === 'accepted' ? await real(manifest, kind) : verdict
}

/** What a row says and the server does not. Of what does not reach validation only the place is told, if that. */
function unsaid(reasons: readonly string[], verdict: Verdict): readonly string[] {
  if (verdict.verdict !== 'refused') return reasons
  if (verdict.stage === 'validation') {
    const causes = verdict.causes.map(shortened)
    return reasons.filter((reason) => !causes.includes(reason))
  }
  const places = reasons.map((reason) => reason.slice(reason.indexOf(' ') + 1))
  return verdict.paths.map(shortened).filter((path) => !places.includes(path))
}

describe('the server itself says what the rows say', () => {
  test.for(rows.filter(([title]) => !exceptions.has(title)))('%s', async ([, manifest, ...faults]) => {
    const reasons = faults.flatMap(expected)
    const verdict = await asked(manifest)
    expect(verdict).toMatchObject({ verdict: reasons.length === 0 ? 'accepted' : 'refused' })
    expect(unsaid(reasons, verdict)).toEqual([])
  })
})
