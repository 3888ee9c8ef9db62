import { expect, test } from 'vitest'
import { aPod, changed, faultsOf } from '../specimens.ts'
import { noHostAccess } from './no-host-access.ts'

const main = 'spec containers 0'

test.each([
  ['none', {}, []],
  ['its network', { 'spec hostNetwork': true }, ['spec.hostNetwork']],
  ['openly not', { 'spec hostNetwork': false, 'spec hostPID': false }, []],
  ['its processes', { 'spec hostPID': true, 'spec hostIPC': true }, ['spec.hostPID', 'spec.hostIPC']],
  ['its files', { 'spec volumes 2': { name: 'x', hostPath: { path: '/' } } }, ['spec.volumes[2].hostPath']],
  ['its ports', { [`${main} ports`]: [{ containerPort: 80, hostPort: 80 }] }, ['spec.containers[0].ports[0].hostPort']],
  ['a port of the pod', { [`${main} ports`]: [{ containerPort: 80 }] }, []],
  [
    'a probe of elsewhere',
    { [`${main} readinessProbe`]: { httpGet: { port: 80, host: '10.0.0.1' } } },
    ['spec.containers[0].readinessProbe'],
  ],
  [
    'a hook that calls elsewhere',
    { [`${main} lifecycle`]: { preStop: { tcpSocket: { port: 80, host: 'x' } } } },
    ['spec.containers[0].lifecycle.preStop'],
  ],
  ['a probe of the pod', { [`${main} livenessProbe`]: { httpGet: { port: 80, path: '/' } } }, []],
])('%s', (_, changes, fields) => {
  const faults = faultsOf(noHostAccess, changed(aPod, changes))
  expect(faults.map(({ code, args }) => (code === 'host-access' ? args.field : code))).toEqual(fields)
})
