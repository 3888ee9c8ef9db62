import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import lab from '../../../lab.config.ts'
import { formLabels } from '../../model/form.ts'
import { cardOptions, countOptions, imageOptions, purposes } from './form-options.ts'
import { formTemplate } from './form-template.ts'

const file = join(import.meta.dirname, '../../../.github/ISSUE_TEMPLATE/gpu.yml')

interface Field {
  readonly type: string
  readonly id?: string
  readonly attributes: { readonly label?: string; readonly options?: readonly string[] }
}

const { body, labels } = parse(formTemplate(lab)) as { body: readonly Field[]; labels: readonly string[] }
const fields = body.filter(({ id }) => id !== undefined)
const optionsOf = (name: string) => fields.find(({ id }) => id === name)?.attributes.options

test('the form in the repository has the choices of this lab', () => {
  if (process.env['UPDATE']) writeFileSync(file, formTemplate(lab))
  expect(readFileSync(file, 'utf8')).toBe(formTemplate(lab))
})

test('it asks what is read, under the headings that are read', () => {
  expect(Object.fromEntries(fields.map(({ id, attributes }) => [id, attributes.label]))).toEqual(formLabels)
  expect(labels).toEqual(['request'])
})

test('its choices are the lab’s, and none is a word that GitHub keeps for itself', () => {
  expect(optionsOf('purpose')).toEqual(purposes.map(({ text }) => text))
  expect(optionsOf('gpu')).toEqual(cardOptions(lab).map(({ text }) => text))
  expect(optionsOf('count')).toEqual(countOptions(lab).map(({ text }) => text))
  expect(optionsOf('image')).toEqual(imageOptions(lab).map(({ text }) => text))
  for (const { attributes } of fields) {
    expect(attributes.options ?? []).not.toContain('None')
    expect(new Set(attributes.options).size).toBe(attributes.options?.length ?? 0)
  }
})

test('what only a preemptible job, nobody, or no current PyTorch can use is no choice', () => {
  const offered = cardOptions(lab).map(({ value }) => value)
  expect(offered.filter((name) => ['H100', 'H200', 'GH200', 'RTX-PRO-6000', 'V100', '1080Ti'].includes(name))).toEqual(
    [],
  )
  expect(offered).toEqual(expect.arrayContaining(['24GB', 'A100', 'A40', '3090']))
})
