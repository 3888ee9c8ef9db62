import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import lab from '#lab/config'

type Data = { [key: string]: Data } | Data[] | string | number | boolean | null | undefined

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictTypes: false })
ajv.addFormat('date', /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)

const grant = {
  v: 1,
  login: 'carol',
  request: 'llm',
  lifts: [
    { code: 'member-gpus', value: 8 },
    { code: 'gpu-class', value: 'nvidia.com/a100' },
  ],
  until: '2026-10-10',
  by: 'bob',
  byId: 1002,
  pull: 118,
  head: '0123456789abcdef0123456789abcdef01234567',
  ask: 'f34bfbc',
  comment: 987654,
  reason: 'a deadline',
}

/** What is wrong after one value was put at a path; `undefined` takes it away. */
function faultsWith(schema: string, good: unknown, path: readonly string[], value: Data): readonly string[] {
  const validate = ajv.getSchema(schema) ?? ajv.compile({ ...read(schema), $id: schema })
  const changed = structuredClone(good) as Data
  const parent = path.slice(0, -1).reduce<Data>((at, key) => (at as Record<string, Data>)[key], changed) as Record<
    string,
    Data
  >
  const last = path.at(-1) ?? ''
  if (value === undefined) delete parent[last]
  else parent[last] = value
  if (validate(changed) === true) return []
  return (validate.errors ?? []).map(({ keyword }) => keyword)
}

function read(name: string): object {
  return JSON.parse(readFileSync(join(import.meta.dirname, `../schemas/lab/${name}.schema.json`), 'utf8')) as object
}

test('the lab and a grant as they are', () => {
  expect(faultsWith('lab', lab, ['help'], lab.help)).toEqual([])
  expect(faultsWith('grant', grant, ['v'], 1)).toEqual([])
})

describe('the lab refuses', () => {
  const table: readonly (readonly [path: string, value: Data, keyword: string])[] = [
    ['nickname', 'x', 'additionalProperties'],
    ['namespace', 'UCI', 'pattern'],
    ['namespace', undefined, 'required'],
    ['timeZone', 'Pacific Time', 'pattern'],
    ['admins', [], 'minItems'],
    ['admins', ['alice', 'alice'], 'uniqueItems'],
    ['members', {}, 'minProperties'],
    ['members.a_b', {}, 'pattern'],
    ['members.-ab', {}, 'pattern'],
    ['members.bob', { suspended: false }, 'const'],
    ['members.bob', { id: 1.5 }, 'type'],
    ['members.bob', { suspnded: true }, 'additionalProperties'],
    ['caps.member.gpus', 0, 'minimum'],
    ['caps.member.gpus', '4', 'type'],
    ['caps.member.disk', '500GB', 'pattern'],
    ['caps.lab.gpuHours', undefined, 'required'],
    ['defaults.memoryPerGpu', '1Ti', 'pattern'],
    ['defaults.cloneImage', 'alpine/git', 'pattern'],
    ['rules.job.hours', 0, 'minimum'],
    ['rules.job.asOf', 'October 2026', 'format'],
    ['rules.job.asOf', '2026-13-01', 'format'],
    ['rules.job.source', 'nrp.ai', 'pattern'],
    ['rules.job.source', undefined, 'required'],
    ['rules.session.days', 3, 'additionalProperties'],
    ['rules.sesion', {}, 'additionalProperties'],
    ['rules.taints.never', ['no slash'], 'pattern'],
    ['gpus.A10', { memory: '24', products: ['NVIDIA-A10'] }, 'type'],
    ['gpus.A10', { memory: 24, products: [] }, 'minItems'],
    ['gpus.A10', { memory: 24, products: ['NVIDIA-A10'], access: 'spar' }, 'enum'],
    ['gpus.A 10', { memory: 24, products: ['NVIDIA-A10'] }, 'pattern'],
    ['images.pytorch', 'pytorch', 'pattern'],
    ['images.pytorch', 'docker.io/pytorch/pytorch', 'pattern'],
    ['registries.allowed', ['ghcr.io'], 'pattern'],
    ['storage.files', { class: 'rook-cephfs' }, 'required'],
    ['storage.files', { class: 'rook-cephfs', shared: true, access: 'closed' }, 'enum'],
    ['retirements', [{ claim: 'bob-data', uid: 'x', on: '2026-12-01' }], 'pattern'],
    ['retirements', [{ claim: 'bob-data', uid: '0b0b0b0b-0000-4000-8000-000000000000', on: 'soon' }], 'format'],
    ['adoptions', [{ kind: 'Service', name: 'bob-web' }], 'required'],
    ['adoptions', [{ kind: 'Pod', name: 'bob-web', uid: '0b0b0b0b-0000-4000-8000-000000000000' }], 'enum'],
    ['queue.patienceHours', 0, 'minimum'],
    ['caps.classes', { 'nvidia.com/a100': -1 }, 'minimum'],
    ['caps.classes', { 'nvidia.com/a100': 1.5 }, 'type'],
    ['caps.classes', { A100: 8 }, 'pattern'],
    ['queue.pendingHours', undefined, 'required'],
  ]
  test.each(table)('%s: %j', (path, value, keyword) => {
    expect(faultsWith('lab', lab, path.split('.'), value)).toContain(keyword)
  })
})

describe('a grant refuses', () => {
  const table: readonly (readonly [path: string, value: Data, keyword: string])[] = [
    ['v', 2, 'const'],
    ['login', '../alice', 'pattern'],
    ['request', 'llm/../x', 'pattern'],
    ['lifts', [], 'minItems'],
    ['lifts', [{ code: 'member-gpus' }], 'required'],
    ['lifts', [{ code: 'member-gpus', value: -1 }], 'minimum'],
    ['lifts', [{ code: 'Member GPUs', value: 1 }], 'pattern'],
    ['lifts', [{ code: 'member-gpus', value: true }], 'type'],
    ['until', 'Friday', 'format'],
    ['by', undefined, 'required'],
    ['byId', '1002', 'type'],
    ['head', 'abc', 'pattern'],
    ['reason', '', 'minLength'],
    ['also', 1, 'additionalProperties'],
  ]
  test.each(table)('%s: %j', (path, value, keyword) => {
    expect(faultsWith('grant', grant, path.split('.'), value)).toContain(keyword)
  })
})

test('every rule of the cluster has a day and a page, and every object is closed', () => {
  const open: string[] = []
  const visit = (schema: unknown, path: string): void => {
    if (typeof schema !== 'object' || schema === null) return
    if ('properties' in schema && !('additionalProperties' in schema)) open.push(path)
    for (const [key, part] of Object.entries(schema)) visit(part, `${path}/${key}`)
  }
  visit(read('lab'), '')
  visit(read('grant'), '')
  expect(open.filter((path) => !path.endsWith('/properties'))).toEqual([])
  for (const rule of Object.values(lab.rules))
    expect(rule).toMatchObject({ asOf: expect.any(String), source: expect.any(String) })
})
