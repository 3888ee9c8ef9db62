import { expect, test } from 'vitest'
import { aPod, changed, faultsOf } from '../specimens.ts'
import { ownSecrets } from './own-secrets.ts'

const main = 'spec containers 0'
const key = (name: string) => [{ name: 'KEY', valueFrom: { secretKeyRef: { name, key: 'KEY' } } }]
const from = (name: string) => [{ secretRef: { name } }]
const volume = (secretName: string) => ({ name: 'x', secret: { secretName } })

test.each([
  ['own key', { [`${main} env`]: key('alice-secrets') }, []],
  ["another's key", { [`${main} env`]: key('bob-secrets') }, ['bob-secrets']],
  ['a key of a like-named member', { [`${main} env`]: key('alice-b-secrets') }, ['alice-b-secrets']],
  ['own, all of it', { [`${main} envFrom`]: from('alice-secrets') }, []],
  ["another's, all of it", { [`${main} envFrom`]: from('bob-secrets') }, ['bob-secrets']],
  ['texts are no secret', { [`${main} envFrom`]: [{ configMapRef: { name: 'x' } }] }, []],
  ['own, as files', { 'spec volumes 2': volume('alice-secrets') }, []],
  ["another's, as files", { 'spec volumes 2': volume('lab-apply-token') }, ['lab-apply-token']],
  ['before the start', { 'spec initContainers': [{ name: 'a', env: key('bob-secrets') }] }, ['bob-secrets']],
  ['own registry', { 'spec imagePullSecrets': [{ name: 'alice-registry' }] }, []],
  ["another's registry", { 'spec imagePullSecrets': [{ name: 'bob-registry' }] }, ['bob-registry']],
])('%s', (_, changes, secrets) => {
  const faults = faultsOf(ownSecrets, changed(aPod, changes))
  expect(faults.map(({ code, args }) => (code === 'secret-foreign' ? args.secret : code))).toEqual(secrets)
})
