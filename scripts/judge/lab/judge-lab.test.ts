import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeLab } from './judge-lab.ts'
import { disk, footprints, house, ingress, job, line, pod, service, today } from './lab.fixture.ts'
import { measures } from './measures.ts'
import { viewOf } from './view.ts'
import type { Manifest } from '../../model/manifest.ts'

const owner = fc.constantFrom('alice', 'bob', 'ann', 'ann-lee', 'sue', 'dave', 'Alice')
const name = fc.constantFrom('alice-x', 'alice-y', 'bob-x', 'ann-lee-x', 'ann-lee-y', 'x')
const count = fc.integer({ min: 0, max: 6 })
const manifest: fc.Arbitrary<Manifest> = fc.oneof(
  fc
    .record({
      gpu: count,
      cpu: count,
      hours: count,
      disks: fc.array(name, { maxLength: 2 }),
      region: fc.constantFrom('us-west', 'us-east'),
    })
    .chain((options) =>
      fc
        .tuple(name, count, fc.boolean())
        .map(([called, parallelism, isJob]) =>
          isJob ? job(called, { ...options, parallelism }) : pod(called, options),
        ),
    ),
  fc
    .tuple(name, count, fc.constantFrom('rook-cephfs', 'rook-ceph-block'), fc.constantFrom('', 'lab', 'alice'))
    .map(([called, size, storage, readers]) => disk(called, `${size * 100}Gi`, { storage, readers })),
  fc.tuple(name, owner).map(([called, login]) => service(called, { 'lab/owner': login })),
  fc.tuple(name, name).map(([called, backend]) => ingress(called, 'a.nrp.io', backend)),
)
const requests = fc
  .dictionary(
    fc.tuple(owner, fc.constantFrom('a', 'b', 'c')).map((parts) => parts.join('/')),
    fc.array(manifest, { maxLength: 4 }),
    { maxKeys: 8 },
  )
  .map(footprints)

test('the order of footprints never changes the result', () => {
  fc.assert(
    fc.property(
      requests.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length }))),
      ([all, shuffled]) => {
        expect(judgeLab(shuffled, house(), today)).toEqual(judgeLab(all, house(), today))
      },
    ),
  )
})

test('what went through the cache is judged alike', () => {
  fc.assert(
    fc.property(requests, (all) => {
      expect(judgeLab(JSON.parse(JSON.stringify(all)) as typeof all, house(), today)).toEqual(
        judgeLab(all, house(), today),
      )
    }),
  )
})

test('a member who asks for nothing changes nothing', () => {
  fc.assert(
    fc.property(requests, (all) => {
      expect(judgeLab([...all, ...footprints({ 'carol/empty': [] })], house(), today)).toEqual(
        judgeLab(all, house(), today),
      )
    }),
  )
})

test('totals are additive', () => {
  fc.assert(
    fc.property(requests, requests, (left, right) => {
      for (const measure of measures) {
        const sum = (some: typeof left) =>
          [...viewOf(some, house().lab).parties].reduce((all, party) => all + party.asked[measure.key], 0)
        expect(sum([...left, ...right])).toBe(sum(left) + sum(right))
      }
    }),
  )
})

test('every fault stands at a file of whom it is about', () => {
  fc.assert(
    fc.property(requests, (all) => {
      const files = new Map(all.map(({ request, file }) => [request, file]))
      for (const found of judgeLab(all, house(), today)) expect(files.get(found.request)).toBe(found.file)
    }),
  )
})

test('a lab in which all is well', () => {
  const mine = { 'lab/owner': 'alice', 'lab/name': 'web' }
  const well = footprints({
    'alice/dev': [
      disk('alice-data', '100Gi', { readers: 'lab' }),
      pod('alice-dev', { gpu: 1, hours: 6, disks: ['alice-data'], region: 'us-west' }),
    ],
    'alice/web': [
      job('alice-web', { cpu: 1, labels: mine }),
      service('alice-web', mine),
      ingress('alice-web', 'a.nrp.io', 'alice-web'),
    ],
    'bob/lr': [job('bob-lr', { gpu: 1, parallelism: 3, hours: 12, disks: ['alice-data:ro'], region: 'us-west' })],
  })
  expect(judgeLab(well, house(), today).map(line)).toEqual([])
})
