import { expect, test } from 'vitest'
import { aClaim, aPod, changed, faultsOf } from '../specimens.ts'
import { resourcesStated } from './resources-stated.ts'

const main = 'spec containers 0 resources'
const bare = [{ name: 'first', image: 'docker.io/a/b:1' }]
const missing = (container: string, resource: string, what: string) => ({ container, resource, missing: what })

test.each([
  ['all', {}, []],
  ['no resources', { [main]: undefined }, [missing('main', 'cpu', 'both'), missing('main', 'memory', 'both')]],
  [
    'no requests',
    { [`${main} requests`]: undefined },
    [missing('main', 'cpu', 'request'), missing('main', 'memory', 'request')],
  ],
  ['no limit of memory', { [`${main} limits memory`]: undefined }, [missing('main', 'memory', 'limit')]],
  [
    'an init container',
    { 'spec initContainers': bare },
    [missing('first', 'cpu', 'both'), missing('first', 'memory', 'both')],
  ],
])('%s', (_, changes, args) => {
  expect(faultsOf(resourcesStated, changed(aPod, changes)).map((fault) => fault.args)).toEqual(args)
})

test('a disk has none', () => {
  expect(faultsOf(resourcesStated, aClaim)).toEqual([])
})
