import { expect, test } from 'vitest'
import {
  diskSizeIntended,
  nameIntended,
  numberIntended,
  pathIntended,
  secretIntended,
  sizeIntended,
  variableIntended,
} from './intended.ts'

test.each<[(value: unknown) => string | undefined, unknown, string | undefined]>([
  [sizeIntended, '32GB', "'32Gi'"],
  [sizeIntended, '1.5 gib', "'1.5Gi'"],
  [sizeIntended, 16, "'16Gi'"],
  [sizeIntended, '1TB', "'1024Gi'"],
  [sizeIntended, '500Mi', undefined],
  [sizeIntended, 0, undefined],
  [sizeIntended, '-5Gi', undefined],
  [sizeIntended, {}, undefined],
  [diskSizeIntended, '1TB', "'1Ti'"],
  [diskSizeIntended, 100, "'100Gi'"],
  [numberIntended, '24', '24'],
  [numberIntended, '24h', '24'],
  [numberIntended, '0', undefined],
  [numberIntended, 'a day', undefined],
  [numberIntended, -3, undefined],
  [nameIntended, 'My Run', "'my-run'"],
  [nameIntended, '__', undefined],
  [nameIntended, 'a'.repeat(31), undefined],
  [variableIntended, 'MY-VAR', 'MY_VAR'],
  [variableIntended, '2nd', '_2nd'],
  [variableIntended, '1', undefined],
  [secretIntended, 'wandb-key', "'WANDB_KEY'"],
  [pathIntended, 'data', "'/data'"],
  [pathIntended, './data/x', "'/data/x'"],
  [pathIntended, '/scratch/', "'/scratch'"],
  [pathIntended, '/', undefined],
  [pathIntended, '/dev/shm', undefined],
  [pathIntended, '..', undefined],
])('%o of %j', (intended, value, expected) => {
  expect(intended(value)).toBe(expected)
})
