import { describe, expect, test } from 'vitest'
import { job, notebook, service, session, sweep, volume } from './index.ts'
import { offers } from './offers.ts'
import type { TemplateName } from './options.ts'
import { origins } from './origins.ts'

const data = volume('data', '1Gi', { readers: ['bob'], writers: ['bob'], incarnation: 2 })
const exec = { exec: { command: ['true'] } }
const patch = {
  pod: {
    hostAliases: [],
    nodeSelector: {},
    priorityClassName: 'x',
    securityContext: {},
    terminationGracePeriodSeconds: 1,
    tolerations: [],
  },
  container: {
    envFrom: [],
    imagePullPolicy: 'Always',
    lifecycle: {},
    livenessProbe: exec,
    readinessProbe: exec,
    securityContext: {},
    startupProbe: exec,
    workingDir: '/',
  },
}
const common = {
  image: 'python',
  scratch: '1Gi',
  mounts: { '/data': data },
  env: { A: 1 },
  code: { repo: 'a/b', ref: 'c' },
  patch,
} as const
const batch = { ...common, gpu: '1xA40', hours: 1, command: 'true', preemptible: true } as const

/** Each template with all that it can write. */
const full: Readonly<Record<string, readonly object[]>> = {
  session: [session('run', { ...common, gpu: '1xA40', hours: 1, ports: [80] })],
  notebook: [notebook('run', { ...common, gpu: '1xA40', hours: 1 })],
  job: [job('run', { ...batch, ports: [80] })],
  sweep: [sweep('run', { ...batch, over: { A2: [1] }, parallel: 1 })],
  service: service('run', { ...common, command: 'true', port: 80, until: '2026-12-31' }),
  volume: [data],
}

function exists(value: unknown, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return value !== undefined
  if (typeof value !== 'object' || value === null) return false
  const parts = step === '*' ? Object.values(value) : [(value as Record<string, unknown>)[step]]
  return parts.some((part) => exists(part, rest))
}

describe.each(Object.keys(full))('%s', (template) => {
  const rows = Object.entries(origins[template as TemplateName])

  test('each path of a manifest stands in one', () => {
    const lost = rows
      .map(([path]) => path)
      .filter((path) => !full[template]?.some((manifest) => exists(manifest, path.split('.'))))
    expect(lost).toEqual([])
  })

  test('each path of an argument begins with an option', () => {
    const offered = Object.keys(offers[template as TemplateName])
    const options = rows.map(([, argument]) => argument.split('.')).flatMap(([, option]) => option ?? [])
    expect(options.filter((option) => !offered.includes(option))).toEqual([])
  })

  test('each option that has a place of its own in the manifest is found from there', () => {
    const elsewhere = [
      'shm',
      'secrets',
      'code',
      'patch',
      'gpu',
      'preemptible',
      'retries',
      'readers',
      'writers',
      'storage',
    ]
    const found = new Set(rows.map(([, argument]) => argument.split('.')[1]))
    const offered = Object.keys(offers[template as TemplateName]).filter((option) => !elsewhere.includes(option))
    expect(offered.filter((option) => !found.has(option))).toEqual([])
  })
})
