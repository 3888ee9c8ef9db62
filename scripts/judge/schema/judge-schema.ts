import { schemaIds, validators } from '../../../schemas/kubernetes/1.33/validators.mjs'
import { fault, type Fault, type Law } from '../../model/finding.ts'
import type { Manifest } from '../../model/manifest.ts'
import { nearest } from '../../model/nearest.ts'
import { faultsOf } from './faults-of.ts'
import { schemaFiles } from './schema-files.ts'
import { shapeOf } from './shapes.ts'
import { shown } from './shown.ts'
import { cut } from '../../model/cut.ts'

const law: Law = { by: 'Kubernetes' }
const files = schemaFiles('kubernetes/1.33')

/** The apiVersion under which the server takes each kind that we know. */
const versions = new Map(Object.keys(validators).map((key) => [key.replace(/^.*\//, ''), key.replace(/\/\w+$/, '')]))

/**
 * What a kube-apiserver of the cluster's minor release refuses while it decodes a manifest strictly; no kind, no version and no field passes that it
 * does not know. One fault for each wrong property. `status` and what the server writes into `metadata` may be given, as the server takes them and
 * pays no heed. Stateful only in that schemas, once read, stay.
 */
export function judgeSchema(manifest: Manifest): readonly Fault[] {
  const apiVersion = textAt('apiVersion', manifest)
  const kind = textAt('kind', manifest)
  if (apiVersion === undefined || kind === undefined)
    return (['apiVersion', 'kind'] as const).flatMap((field) => untold(field, manifest))
  const key = `${apiVersion}/${kind}`
  const validate = validators[key]
  if (validate === undefined) return [unknownKind(apiVersion, kind)]
  return validate(manifest) ? [] : faultsOf(validate.errors ?? [], manifest, files(schemaIds[key] ?? ''), law)
}

function textAt(field: string, manifest: Manifest): string | undefined {
  const value = manifest[field]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function untold(field: 'apiVersion' | 'kind', manifest: Manifest): readonly Fault[] {
  if (textAt(field, manifest) !== undefined) return []
  const got = manifest[field]
  if (got === undefined || got === null || got === '') return [fault('field-missing', { field }, [field], { law })]
  return [fault('field-type', { field, expected: ['text'], got: shown(got), gotShape: shapeOf(got) }, [field], { law })]
}

/** A Secret has a code of its own, so that no report quotes the file. */
function unknownKind(apiVersion: string, kind: string): Fault {
  if (kind === 'Secret') return fault('secret-in-git', {}, ['kind'], { law: { by: 'lab' } })
  const expected = versions.get(kind)
  if (expected !== undefined)
    return fault('kind-version', { kind, apiVersion: cut(apiVersion), expected }, ['apiVersion'], { law })
  const known = [...versions.keys()].sort()
  const near = nearest(kind, known)
  const args = { apiVersion: cut(apiVersion), kind: cut(kind), known, ...(near !== undefined && { near }) }
  return fault('kind-unknown', args, ['kind'], { law })
}
