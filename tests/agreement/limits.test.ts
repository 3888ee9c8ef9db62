import { describe, expect, test } from 'vitest'
import { assess } from './limits.ts'
import { total, type Counts } from './tally.ts'

const half: Counts = { ...total([]), all: 1000, 'both accept': 400, 'both refuse': 600, same: 500, untold: 100 }

describe('a measurement', () => {
  test('within its limits says nothing', () => {
    expect(assess(half, [], 0)).toEqual({ blind: [], beyond: [] })
    const near = { ...half, 'both accept': 396, 'wrongly refused': 4, same: 475, differs: 25 }
    expect(assess(near, [], 0)).toEqual({ blind: [], beyond: [] })
  })

  test.each<[string, Partial<Counts>, string]>([
    ['one wrongly accepted', { 'wrongly accepted': 1 }, '1 wrongly accepted'],
    ['six wrongly refused', { 'wrongly refused': 6 }, '0.60 % wrongly refused'],
    ['many at another place', { same: 474, differs: 26 }, '5.20 % of refusals at another place'],
  ])('%s is beyond', (_, counts, reason) => {
    expect(assess({ ...half, ...counts }, [], 0).beyond).toEqual([reason])
  })

  test.each<[string, Partial<Counts>, readonly string[], number, string]>([
    ['a server that did not judge', { unknown: 2 }, [], 0, 'the server could not judge 2 manifests'],
    ['hardly any accepted', { 'both accept': 299, 'both refuse': 701 }, [], 0, 'only 29.90 % were accepted'],
    ['hardly any refused', { 'both accept': 710, 'both refuse': 290 }, [], 0, 'only 29.00 % were refused'],
    ['a wrong judge who goes unseen', {}, ['without the rule x'], 0, 'a judge without the rule x went unseen'],
    ['bases that are refused', {}, [], 3, '3 manifests were refused before anything was changed in them'],
    ['nothing', { all: 0, 'both accept': 0, 'both refuse': 0 }, [], 0, 'nobody was asked'],
  ])('%s could not tell', (_, counts, unseen, bases, reason) => {
    expect(assess({ ...half, ...counts }, unseen, bases).blind).toEqual([reason])
  })
})
