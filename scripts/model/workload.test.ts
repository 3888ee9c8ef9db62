import { describe, expect, test } from 'vitest'
import type { Manifest } from './manifest.ts'
import { containersOf, podTemplateOf } from './workload.ts'

const spec = {
  initContainers: [
    { name: 'prepare', image: 'a:1' },
    { name: 'proxy', image: 'a:1', restartPolicy: 'Always' },
  ],
  containers: [{ name: 'main', image: 'a:1' }],
}

const workloads: readonly (readonly [manifest: Manifest, path: readonly string[] | undefined])[] = [
  [{ kind: 'Pod', spec }, []],
  [{ kind: 'Job', spec: { template: { spec } } }, ['spec', 'template']],
  [{ kind: 'Deployment', spec: { template: { spec } } }, ['spec', 'template']],
  [{ kind: 'Pod' }, undefined],
  [{ kind: 'Job', spec: {} }, undefined],
  [{ kind: 'Job', spec: { template: [] } }, undefined],
  [{ kind: 'ConfigMap', spec }, undefined],
  [{ kind: 'constructor', spec }, undefined],
  [{ spec }, undefined],
]

describe('the pod that a workload makes', () => {
  test.each(workloads)('%j', (manifest, path) => {
    expect(podTemplateOf(manifest)?.path).toEqual(path)
  })

  test('has metadata, if only empty ones', () => {
    expect(podTemplateOf({ kind: 'Pod', spec })?.metadata).toEqual({})
  })
})

test('containers come in the order in which they start, each with its role and its place', () => {
  const pod = podTemplateOf({ kind: 'Job', spec: { template: { spec } } })
  const told = (pod === undefined ? [] : containersOf(pod)).map(({ role, path }) => `${role} ${path.join('.')}`)
  expect(told).toEqual([
    'init spec.template.spec.initContainers.0',
    'sidecar spec.template.spec.initContainers.1',
    'main spec.template.spec.containers.0',
  ])
})
