import type { Container, Lifecycle, Probe } from 'kubernetes-types/core/v1.js'
import { fault, type Fault } from '../../../model/finding.ts'
import { pathText, type Path } from '../../../model/json.ts'
import type { PodContainer, PodTemplate } from '../../../model/workload.ts'
import { nrpLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** A pod sees its own network, processes and files, never those of the machine: others work there. */
export const noHostAccess: Rule = ({ pod, containers }, { lab }) => {
  if (pod === undefined) return []
  const law = nrpLaw(lab.rules.session)
  const paths = [...podPaths(pod), ...containers.flatMap(containerPaths)]
  return paths.map((path): Fault => fault('host-access', { field: pathText(path) }, path, { law }))
}

function podPaths({ spec, path }: PodTemplate): readonly Path[] {
  const shared = (['hostNetwork', 'hostPID', 'hostIPC'] as const).filter((field) => spec[field] === true)
  const folders = (spec.volumes ?? []).flatMap((volume, index) =>
    volume.hostPath === undefined ? [] : [[...path, 'spec', 'volumes', index, 'hostPath']],
  )
  return [...shared.map((field) => [...path, 'spec', field]), ...folders]
}

function containerPaths({ container, path }: PodContainer): readonly Path[] {
  const ports = (container.ports ?? []).flatMap(({ hostPort }, index) =>
    hostPort === undefined ? [] : [[...path, 'ports', index, 'hostPort']],
  )
  return [
    ...ports,
    ...calls(container)
      .filter(([, call]) => leavesThePod(call))
      .map(([field]) => [...path, ...field]),
  ]
}

type Call = Probe | NonNullable<Lifecycle['postStart']>

/** What the machine itself, outside the pod's network, asks at an address: it may ask the pod only. */
function calls({
  livenessProbe,
  readinessProbe,
  startupProbe,
  lifecycle,
}: Container): readonly (readonly [Path, Call])[] {
  const all: readonly (readonly [Path, Call | undefined])[] = [
    [['livenessProbe'], livenessProbe],
    [['readinessProbe'], readinessProbe],
    [['startupProbe'], startupProbe],
    [['lifecycle', 'postStart'], lifecycle?.postStart],
    [['lifecycle', 'preStop'], lifecycle?.preStop],
  ]
  return all.filter((each): each is readonly [Path, Call] => each[1] !== undefined)
}

function leavesThePod({ httpGet, tcpSocket }: Call): boolean {
  return (httpGet?.host ?? tcpSocket?.host ?? '') !== ''
}
