import type { Pod, PodSpec, PodTemplateSpec } from 'kubernetes-types/core/v1.js'
import type { ObjectMeta } from 'kubernetes-types/meta/v1.js'
import { admitted } from './admitted.ts'
import type { Around } from './around.ts'
import { below, type At } from './at.ts'
import { isEmpty, join, none, refuse, type Check, type Faults } from './check.ts'
import { objectMeta, templateMeta } from './metadata.ts'
import { annotationsAgree, podAnnotations } from './pod-annotations.ts'
import { podSpec } from './pod-spec.ts'
import { reported } from './reported.ts'

function aroundOf(kind: Around['kind'], meta: ObjectMeta, spec: PodSpec): Around {
  return { kind, meta, spec, volumes: new Map((spec.volumes ?? []).map((volume) => [volume.name, volume])) }
}

function insideOf(meta: ObjectMeta, at: At, around: Around): Faults {
  const { spec } = around
  const place = below(at, 'spec')
  const found = podSpec(spec, place, around)
  const { annotations } = meta
  if (annotations === undefined) return found
  const read = podAnnotations(annotations, below(at, 'metadata', 'annotations'), around)
  return join(found, join(read, annotationsAgree(annotations, place, around)))
}

const noDebugContainers = (spec: PodSpec, at: At): Faults =>
  isEmpty(spec.ephemeralContainers)
    ? none
    : refuse(
        'field-forbidden',
        { field: 'ephemeralContainers', because: 'only-in-running-pods' },
        below(at, 'ephemeralContainers'),
      )

const gatedOrPlaced = (spec: PodSpec, at: At): Faults =>
  isEmpty(spec.nodeName) || isEmpty(spec.schedulingGates)
    ? none
    : refuse('field-forbidden', { field: 'nodeName', because: 'scheduling-gates' }, below(at, 'nodeName'))

const meta = objectMeta('subdomain')

/** Source: pkg/apis/core/validation `ValidatePodCreate`. */
export const pod: Check<Pod> = (value, at) => {
  const { metadata = {}, spec = { containers: [] }, status = {} } = value
  const inside = below(at, 'spec')
  const found = join(
    meta(metadata, below(at, 'metadata'), undefined),
    insideOf(metadata, at, aroundOf('pod', metadata, spec)),
  )
  const told = reported(status, below(at, 'status'), undefined)
  return [noDebugContainers(spec, inside), gatedOrPlaced(spec, inside), admitted(value, at, undefined), told].reduce(
    join,
    found,
  )
}

/** The pods that a workload will make. Source: pkg/apis/core/validation `ValidatePodTemplateSpec`. */
export const podTemplate: Check<PodTemplateSpec> = (value, at) => {
  const { metadata = {}, spec = { containers: [] } } = value
  const marks = templateMeta(metadata, below(at, 'metadata'), undefined)
  const inside = insideOf(metadata, at, aroundOf('template', metadata, spec))
  return join(join(marks, inside), noDebugContainers(spec, below(at, 'spec')))
}
