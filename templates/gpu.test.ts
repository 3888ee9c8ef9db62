import { expect, test } from 'vitest'
import lab from '#lab/config'
import { kindNames, kinds, kindWith } from './gpu.ts'

const open = Object.values(lab.gpus).filter((model) => !('resource' in model || 'access' in model || 'old' in model))

test('a class is this much or more, and rather exactly that', () => {
  const classes = kindNames.filter((name) => /^\d+GB$/.test(name))
  expect(classes).toEqual(
    [...new Set(open.map(({ memory }) => memory))].toSorted((a, b) => a - b).map((memory) => `${memory}GB`),
  )
  for (const name of classes) {
    const memory = parseInt(name, 10)
    const fitting = open.filter((model) => model.memory >= memory)
    const exact = fitting.filter((model) => model.memory === memory)
    expect(kinds.get(name)).toEqual({
      resource: 'nvidia.com/gpu',
      products: fitting.flatMap(({ products }) => products),
      preferred: exact.length === fitting.length ? [] : exact.flatMap(({ products }) => products),
    })
  }
})

test('where every card is of the class there is nothing to prefer', () => {
  expect(kinds.get('48GB')?.preferred).toEqual([])
})

test('what has its own resource, wants a form or is old comes by name only', () => {
  const classed = kindNames.filter((name) => /^\d+GB$/.test(name)).flatMap((name) => kinds.get(name)?.products ?? [])
  expect(classed).not.toContain('NVIDIA-A40')
  expect(classed).not.toContain('NVIDIA-GeForce-GTX-1080-Ti')
  expect(kinds.get('A100')).toMatchObject({ resource: 'nvidia.com/a100', products: { length: 2 } })
  expect(kinds.get('1080Ti')).toMatchObject({ resource: 'nvidia.com/gpu' })
})

test.each([
  [20, '20GB'],
  [25, '32GB'],
  [40, '48GB'],
  [80, 'A100'],
  [141, 'H200'],
  [500, undefined],
])('the smallest kind with %i GB is %s', (gigabytes, name) => {
  expect(kindWith(gigabytes)).toBe(name)
})
