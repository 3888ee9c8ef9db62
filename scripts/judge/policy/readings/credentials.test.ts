import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { credentialsIn } from './credentials.ts'

const letters = (count: number) => 'aBcDeFgHiJkLmNoPqRsTuVwXyZ'.repeat(50).slice(0, count)
const mixed = (count: number) => 'a1B2c3D4e5F6g7H8'.repeat(100).slice(0, count)
const hex = (count: number) => '0123456789abcdef'.repeat(100).slice(0, count)

/** One for each rule of the detector. They are put together here, so that no scanner takes this file for a leak. */
const samples: Readonly<Record<string, string>> = {
  '1password': `ops_${Buffer.from(JSON.stringify({ email: letters(100) })).toString('base64')}`,
  anthropic: `sk-ant-api03-${mixed(93)}AA`,
  aws: `AWS_SECRET_ACCESS_KEY=${mixed(40)}`,
  basicauth: 'https://alice:hunter2hunter2@example.com/',
  cloudflare: `cfut_${mixed(40)}${hex(8)}`,
  'database-connection-string': 'postgresql://alice:hunter2hunter2@db.example.com:5432/data',
  databricks: `dapi${hex(32)}`,
  docker: `dckr_pat_${mixed(27)}`,
  figma: `figd_${mixed(40)}`,
  github: `ghp_${mixed(36)}`,
  gitlab: `glpat-${mixed(20)}`,
  grafana: `glsa_${mixed(32)}_${hex(8)}`,
  groq: `gsk_${mixed(52)}`,
  'hashicorp-vault': `hvs.${mixed(95)}`,
  huggingface: `hf_${letters(34)}`,
  linear: `lin_api_${mixed(40)}`,
  notion: `ntn_12345678901${mixed(35)}`,
  npm: `npm_${mixed(36)}`,
  openai: `sk-${mixed(20)}T3BlbkFJ${mixed(20)}`,
  privatekey: `-----BEGIN RSA PRIVATE KEY-----\nMII${mixed(200)}\n-----END RSA PRIVATE KEY-----`,
  sendgrid: `SG.${mixed(22)}.${mixed(43)}`,
  shopify: `shpat_${hex(32)}`,
  slack: `xoxb-123456789012-123456789012-${mixed(24)}`,
  stripe: `sk_live_${mixed(24)}`,
  tailscale: `tskey-auth-${mixed(16)}-${mixed(32)}`,
  vercel: `vcp_${mixed(24)}`,
}

/** Keys in files of their own, which a manifest does not hold; and comments that would switch rules off. */
const elsewhere = ['gcp', 'filter-comments']

describe('a sample for each rule of the detector is found, alone and inside a text', () => {
  test.each(Object.entries(samples))('%s', (kind, sample) => {
    expect(credentialsIn(sample)).toContain(kind)
    expect(credentialsIn(`export X=1 && run "${sample}" --fast\n`)).toContain(kind)
  })
})

test('no rule of the detector is without a sample', () => {
  const { rules } = createRequire(import.meta.url)('@secretlint/secretlint-rule-preset-recommend') as {
    readonly rules: readonly { readonly meta: { readonly id: string } }[]
  }
  const kinds = rules.map(({ meta }) => meta.id.replace('@secretlint/secretlint-rule-', ''))
  expect(kinds.toSorted()).toEqual([...Object.keys(samples), ...elsewhere].toSorted())
})

test.each([
  'cd /code && python train.py --lr 0.1',
  'https://github.com/alice/vit',
  'git@github.com:alice/vit',
  'docker.io/pytorch/pytorch:2.9.0-cuda12.8-cudnn9-runtime',
  'task-runner --sk-learn hf_model',
  'secretlint-disable',
])('nothing in %s', (text) => {
  expect(credentialsIn(text)).toEqual([])
})
