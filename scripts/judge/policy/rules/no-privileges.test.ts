import { expect, test } from 'vitest'
import { aPod, changed, codesOf } from '../specimens.ts'
import { noPrivileges } from './no-privileges.ts'

const main = 'spec containers 0 securityContext'

test.each([
  ['none', {}, []],
  [
    'said not to',
    { [main]: { privileged: false, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } },
    [],
  ],
  ['privileged', { [`${main} privileged`]: true }, ['privileged']],
  ['may become so', { [`${main} allowPrivilegeEscalation`]: true }, ['privileged']],
  ['powers', { [`${main} capabilities`]: { add: ['SYS_ADMIN', 'NET_ADMIN'] } }, ['privileged', 'privileged']],
  ['open /proc', { [`${main} procMount`]: 'Unmasked' }, ['privileged']],
  ['/proc as usual', { [`${main} procMount`]: 'Default' }, []],
  ['no filter of calls', { [`${main} seccompProfile`]: { type: 'Unconfined' } }, ['privileged']],
  [
    "a filter of the machine's",
    { [`${main} seccompProfile`]: { type: 'Localhost', localhostProfile: 'x' } },
    ['privileged'],
  ],
  ['the usual filter', { [`${main} seccompProfile`]: { type: 'RuntimeDefault' } }, []],
  ['other labels', { [`${main} seLinuxOptions`]: { level: 's0' } }, ['privileged']],
  [
    'settings of the machine',
    { 'spec securityContext sysctls': [{ name: 'kernel.msgmax', value: '1' }] },
    ['privileged'],
  ],
  ['no settings', { 'spec securityContext sysctls': [] }, []],
  [
    'an init container',
    { 'spec initContainers': [{ name: 'a', securityContext: { privileged: true } }] },
    ['privileged'],
  ],
])('%s', (_, changes, codes) => {
  expect(codesOf(noPrivileges, changed(aPod, changes))).toEqual(codes)
})
