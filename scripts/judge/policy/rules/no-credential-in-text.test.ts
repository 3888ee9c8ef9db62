import { expect, test } from 'vitest'
import { aConfigMap, aPod, changed, faultsOf } from '../specimens.ts'
import { noCredentialInText } from './no-credential-in-text.ts'

const github = `ghp_${'aB3x'.repeat(9)}`
const aws = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzzzz'

test.each<[string, Parameters<typeof changed>[0], Parameters<typeof changed>[1], string[]]>([
  ['none', aPod, {}, []],
  [
    'in a variable',
    aPod,
    { 'spec containers 0 env': [{ name: 'X', value: github }] },
    ['spec containers 0 env 0 value'],
  ],
  [
    'told by its name',
    aPod,
    { 'spec containers 0 env': [{ name: 'AWS_SECRET_ACCESS_KEY', value: aws }] },
    ['spec containers 0 env 0 value'],
  ],
  [
    'in a command',
    aPod,
    { 'spec containers 0 command': ['bash', '-c', `git clone https://x:${github}@github.com/a/b`] },
    ['spec containers 0 command 2'],
  ],
  ['in a note', aPod, { 'metadata annotations note': `use ${github}` }, ['metadata annotations note']],
  [
    'in a text',
    aConfigMap,
    { 'data key.pem': `-----BEGIN PRIVATE KEY-----\nMII${'A'.repeat(200)}\n-----END PRIVATE KEY-----` },
    ['data key.pem'],
  ],
  [
    'a hint to the detector is a text like any other',
    aConfigMap,
    { 'data x': `secretlint-disable\n${github}` },
    ['data x'],
  ],
  ['an address', aPod, { 'spec containers 0 env': [{ name: 'REPO', value: 'https://github.com/alice/vit' }] }, []],
  ['an address of mail', aPod, { 'metadata annotations note': 'alice@uci.edu' }, []],
])('%s', (_, manifest, changes, paths) => {
  expect(faultsOf(noCredentialInText, changed(manifest, changes)).map(({ path }) => path.join(' '))).toEqual(paths)
})

test('never says the credential', () => {
  const faults = faultsOf(
    noCredentialInText,
    changed(aPod, { 'spec containers 0 env': [{ name: 'X', value: github }] }),
  )
  expect(faults).toMatchObject([{ code: 'credential-in-text', args: { kind: 'github' } }])
  expect(JSON.stringify(faults)).not.toContain(github)
})
