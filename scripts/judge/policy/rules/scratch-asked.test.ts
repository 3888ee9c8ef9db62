import { expect, test } from 'vitest'
import { aPod, changed, codesOf } from '../specimens.ts'
import { scratchAsked } from './scratch-asked.ts'

const scratch = (size: string | undefined) => ({
  'spec volumes 2': { name: 'tmp', emptyDir: size === undefined ? {} : { sizeLimit: size } },
})
const requests = (size: string) => ({ 'spec containers 0 resources requests ephemeral-storage': size })

test.each([
  ['none', {}, []],
  ['without a size', scratch(undefined), []],
  ['what everybody gets', scratch('50Gi'), []],
  ['more, unasked', scratch('51Gi'), ['scratch-unasked']],
  ['more, asked', { ...scratch('100Gi'), ...requests('100Gi') }, []],
  ['more than asked', { ...scratch('200Gi'), ...requests('100Gi') }, ['scratch-unasked']],
  ['in memory', { 'spec volumes 2': { name: 'tmp', emptyDir: { medium: 'Memory', sizeLimit: '60Gi' } } }, []],
])('%s', (_, changes, codes) => {
  expect(codesOf(scratchAsked, changed(aPod, changes))).toEqual(codes)
})
