import { expect, test } from 'vitest'
import { aDeployment, aJob, aPod, changed, codesOf, faultsOf, template } from '../specimens.ts'
import { noEndlessCommand } from './no-endless-command.ts'

const main = `${template} spec containers 0`
const exec = { exec: { command: ['sh', '-c', 'sleep 1d'] } }
const init = [{ name: 'first', image: 'docker.io/a/b:1', command: ['tail', '-f', '/dev/null'] }]

test.each<[string, Parameters<typeof changed>[1], string[]]>([
  ['a program', {}, []],
  ['the command', { [`${main} command`]: ['sleep', 'infinity'] }, [`${main} command`]],
  ['the arguments', { [`${main} command`]: undefined, [`${main} args`]: ['sleep', 'infinity'] }, [`${main} args`]],
  ['both together', { [`${main} command`]: ['bash', '-c'], [`${main} args`]: ['tail -f log'] }, [`${main} args`]],
  ['an init container', { [`${template} spec initContainers`]: init }, [`${template} spec initContainers 0 command`]],
  ['a hook at the start', { [`${main} lifecycle`]: { postStart: exec } }, [`${main} lifecycle postStart exec command`]],
  ['a hook at the end', { [`${main} lifecycle`]: { preStop: exec } }, [`${main} lifecycle preStop exec command`]],
  ['a probe', { [`${main} livenessProbe`]: exec }, [`${main} livenessProbe exec command`]],
  [
    'by a variable',
    { [`${main} env`]: [{ name: 'X', value: 'sleep' }], [`${main} command`]: ['$(X)', '9'] },
    [`${main} command`],
  ],
])('%s', (_, changes, paths) => {
  expect(faultsOf(noEndlessCommand, changed(aJob, changes)).map(({ path }) => path.join(' '))).toEqual(paths)
})

test('sessions and services may wait', () => {
  const wait = ['sleep', 'infinity']
  expect(codesOf(noEndlessCommand, changed(aPod, { 'spec containers 0 command': wait }))).toEqual([])
  expect(codesOf(noEndlessCommand, changed(aDeployment, { [`${main} command`]: wait }))).toEqual([])
})

test('says what, why and who says so, and no argument that could be a key', () => {
  const command = ['jupyter', 'lab', '--ServerApp.token=hunter2hunter2']
  expect(faultsOf(noEndlessCommand, changed(aJob, { [`${main} command`]: command }))).toMatchObject([
    { code: 'endless-command', args: { container: 'main', command: 'jupyter lab', why: 'serves' }, law: { by: 'NRP' } },
  ])
})
