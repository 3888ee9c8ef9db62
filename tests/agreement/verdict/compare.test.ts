import { describe, expect, test } from 'vitest'
import { fault, type Fault } from '../../../scripts/model/finding.ts'
import type { Path } from '../../../scripts/model/json.ts'
import type { Manifest } from '../../../scripts/model/manifest.ts'
import type { Stage, Verdict } from './answer.ts'
import { compare, type Comparison } from './compare.ts'
import { judge } from './ours.ts'

const manifest: Manifest = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [] } }
const accepted: Verdict = { verdict: 'accepted' }
const refused = (stage: Stage, ...paths: readonly string[]): Verdict => ({
  verdict: 'refused',
  stage,
  paths,
  causes: [],
  message: '',
})
const missing = (...path: Path): Fault => fault('value-required', { field: 'x' }, path, { law: { by: 'Kubernetes' } })
const unknown = (...path: Path): Fault => fault('field-unknown', { field: 'x' }, path, { law: { by: 'Kubernetes' } })
const mistyped = (...path: Path): Fault =>
  fault('field-type', { field: 'x', expected: ['text'], got: '1', gotShape: 'number' }, path)
const absent = (...path: Path): Fault => fault('field-missing', { field: 'x' }, path)
const labs = fault('env-duplicate', { name: 'A' }, ['spec'], { law: { by: 'lab' } })
const fixed = fault('cluster-ip-fixed', { ip: '10.0.0.1' }, ['spec', 'clusterIP'], { law: { by: 'lab' } })

const compared = (verdict: Verdict, ...faults: readonly Fault[]) => {
  const { agreement, place } = compare({ kind: 'Pod', changes: [], manifest, verdict }, () => faults)
  return place === undefined ? agreement : `${agreement}, ${place}`
}

describe('two verdicts', () => {
  test.each([
    [compared(accepted), 'both accept'],
    [compared(accepted, missing('spec')), 'wrongly refused'],
    [compared(accepted, labs), 'the lab alone'],
    [compared(accepted, labs, missing('spec')), 'wrongly refused'],
    [compared(refused('validation', 'spec')), 'wrongly accepted'],
    [compared(refused('validation', 'spec.containers'), labs), 'wrongly accepted'],
    [compared(refused('admission', 'spec.clusterIPs'), fixed), 'both refuse, same'],
    [compared({ verdict: 'unknown', message: '' }, missing('spec')), 'unknown'],
  ])('%s', (told, wanted) => {
    expect(told).toBe(wanted)
  })
})

describe('the place of two refusals', () => {
  const containers = ['spec', 'containers', 0] as const
  test.each([
    [refused('validation', 'spec.a', 'spec.b'), [missing('spec', 'b')], 'same'],
    [refused('validation', 'spec.a'), [missing('spec', 'b'), missing('spec', 'a')], 'differs'],
    [refused('validation', 'spec.a'), [unknown('spec', 'z'), missing('spec', 'a')], 'same'],
    [refused('validation', 'spec.limits[cpu]'), [missing('spec', 'limits', 'cpu')], 'same'],
    [refused('validation', 'spec.template.spec.containers'), [absent('spec', 'template')], 'same'],
    [refused('validation', 'spec.template.spec.containers'), [missing('spec', 'template')], 'differs'],
    [refused('validation', 'spec.a'), [mistyped('spec', 'a')], 'differs'],
    [refused('strict decoding', 'spec.a b'), [missing('spec', 'b'), unknown('spec', 'a b')], 'same'],
    [refused('decoding', 'spec.containers.name'), [mistyped(...containers, 'name')], 'same'],
    [refused('decoding', 'metadata.labels'), [mistyped('metadata', 'labels', 'app')], 'same'],
    [refused('decoding', 'spec.hostname'), [mistyped(...containers, 'name')], 'differs'],
    [refused('decoding'), [mistyped('spec')], 'untold'],
    [refused('admission', 'spec.priority'), [missing('spec', 'a'), missing('spec', 'priority')], 'same'],
  ] as const)('%j and %j: %s', (verdict, faults, place) => {
    expect(compare({ kind: 'Pod', changes: [], manifest, verdict }, () => faults).place).toBe(place)
  })
})

const container = { name: 'main', image: 'a' }

function pod(...containers: readonly (object | null)[]): Manifest {
  return { ...manifest, spec: { containers } } as unknown as Manifest
}

function asked(one: Manifest, verdict: Verdict): Comparison {
  return compare({ kind: 'Pod', changes: [], manifest: one, verdict }, judge)
}

describe('what the lab refuses hides nothing', () => {
  test('null in a list is judged as the server hears it', () => {
    const verdict = refused('validation', 'spec.containers[1].name', 'spec.containers[1].image')
    expect(asked(pod(container, null), verdict)).toMatchObject({ agreement: 'both refuse', place: 'same' })
  })

  test('a kind that the address tells is put back', () => {
    const { kind: _kind, ...kindless } = pod(container)
    expect(asked(kindless, accepted)).toMatchObject({ agreement: 'the lab alone' })
    expect(asked({ ...kindless, spec: { containers: [] } }, accepted)).toMatchObject({ agreement: 'wrongly refused' })
  })
})

const gpu = 'nvidia.com/gpu'
const much = { [gpu]: '1e30' }

function uncounted(list: string): Fault {
  return fault('devices-uncounted', { value: '1e30' }, ['spec', 'containers', 0, 'resources', list, gpu], {
    law: { by: 'lab' },
  })
}

describe('a limit that the lab refuses', () => {
  const unrequested = pod({ ...container, resources: { limits: much } })
  const requested = pod({ ...container, resources: { limits: much, requests: much } })
  test.each([
    ['is the request too, where none is written', unrequested, uncounted('limits'), 'both refuse'],
    ['and no other', requested, uncounted('limits'), 'wrongly accepted'],
    ['which is a place of its own', requested, uncounted('requests'), 'both refuse'],
  ])('%s', (_, one, lab, agreement) => {
    const verdict = refused('validation', `spec.containers[0].resources.requests[${gpu}]`)
    expect(compare({ kind: 'Pod', changes: [], manifest: one, verdict }, () => [lab]).agreement).toBe(agreement)
  })
})
