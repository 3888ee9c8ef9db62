import type { Node, Taint } from 'kubernetes-types/core/v1.js'
import { aliveLabel } from './names.ts'

/** As Nautilus labels it: a US time zone, and a campus. */
export interface Place {
  readonly region: string
  readonly zone: string
}

/** What tells one machine from another; all are large enough for whatever a card's owner wants. */
export interface Machine {
  readonly name: string
  readonly place: Place
  readonly labels?: Readonly<Record<string, string>>
  /** Extended resources and how many. */
  readonly cards?: Readonly<Record<string, string>>
  readonly taints?: readonly Taint[]
  readonly arch?: string
}

/** A machine as its kubelet would register it; the port is where kwok answers in its place. */
export function node({ name, place, labels, cards, taints, arch = 'amd64' }: Machine, kubeletPort: number): Node {
  const capacity = { cpu: '128', memory: '1Ti', 'ephemeral-storage': '4Ti', pods: '110', ...cards }
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        [aliveLabel]: 'on',
        ...labels,
        'kubernetes.io/hostname': name,
        'kubernetes.io/arch': arch,
        'kubernetes.io/os': 'linux',
        'topology.kubernetes.io/region': place.region,
        'topology.kubernetes.io/zone': place.zone,
        'nautilus.io/network': '100000',
      },
    },
    spec: { taints: [...(taints ?? [])] },
    status: {
      capacity,
      allocatable: capacity,
      addresses: [
        { type: 'InternalIP', address: '127.0.0.1' },
        { type: 'Hostname', address: name },
      ],
      daemonEndpoints: { kubeletEndpoint: { Port: kubeletPort } },
      nodeInfo: {
        architecture: arch,
        operatingSystem: 'linux',
        kubeletVersion: 'v1.33.8',
        kernelVersion: 'kwok',
        osImage: 'kwok',
        containerRuntimeVersion: 'kwok',
        kubeProxyVersion: '',
        machineID: '',
        systemUUID: '',
        bootID: '',
      },
    },
  }
}
