import type { Node, Taint } from 'kubernetes-types/core/v1.js'
import type { GpuModel, Lab } from '../../../scripts/model/lab.ts'
import { capabilityOf } from './cards.ts'
import { type Machine, node, type Place } from './node.ts'

const west: Place = { region: 'us-west', zone: 'ucsd-nrp' }
const elsewhere: readonly Place[] = [
  { region: 'us-central', zone: 'unl' },
  { region: 'us-east', zone: 'umass' },
]

/** So many cards of a model in Nautilus, and it stands in every region here too. */
const common = 90

/** Every product of the catalogue on eight cards in the west, the common ones in each region, machines without cards, and some that are not for us. */
export function nodes(lab: Lab, kubeletPort: number): readonly Node[] {
  const machines = [...Object.entries(lab.gpus).flatMap(cardMachines(lab)), ...cpuMachines, ...closedMachines(lab)]
  return machines.map((machine) => node(machine, kubeletPort))
}

function cardMachines(lab: Lab): (row: [string, GpuModel]) => readonly Machine[] {
  return ([name, model]) => {
    const places = (model.seen ?? 0) >= common ? [west, ...elsewhere] : [west]
    return model.products.flatMap((product, index) =>
      places.map((place) => ({
        ...cards(lab, name, model, product),
        name: `${name.toLowerCase()}-${index}.${place.zone}`,
        place,
      })),
    )
  }
}

function cards(lab: Lab, name: string, model: GpuModel, product: string): Omit<Machine, 'name' | 'place'> {
  const arm = product.includes('GH200')
  return {
    labels: { ...cardLabels(name, model, product), [lab.rules.cpuOnly.avoid]: 'true' },
    cards: { [model.resource ?? lab.rules.gpus.plain]: '8' },
    ...(arm && { arch: 'arm64' }),
    taints: [
      { key: 'nvidia.com/gpu', effect: 'PreferNoSchedule' },
      ...(arm ? [taint('hardware', 'arm64')] : []),
      ...(model.access === 'reserved' && !arm ? [taint('reservation', 'another-group')] : []),
    ],
  }
}

/** As GPU Feature Discovery writes them. */
function cardLabels(name: string, model: GpuModel, product: string): Readonly<Record<string, string>> {
  const [major, minor] = capabilityOf(name)
  return {
    'nvidia.com/gpu.product': product,
    'nvidia.com/gpu.memory': String(model.memory * 1024),
    'nvidia.com/gpu.count': '8',
    'nvidia.com/gpu.compute.major': major,
    'nvidia.com/gpu.compute.minor': minor,
    'nvidia.com/cuda.driver.major': '580',
    'nvidia.com/cuda.driver.minor': '126',
    'nvidia.com/cuda.runtime.major': '13',
    'nvidia.com/cuda.runtime.minor': '0',
  }
}

const cpuMachines: readonly Machine[] = [
  ...[west, ...elsewhere].map((place) => ({ name: `cpu-0.${place.zone}`, place })),
  { name: 'cpu-dmz.ucsd-nrp', place: west, taints: [taint('science-dmz', 'true')] },
]

/** One that is broken, and one that only a controller of Nautilus's sends work to. */
function closedMachines(lab: Lab): readonly Machine[] {
  const [name, model] = Object.entries(lab.gpus).find((row) => row[1].resource === undefined) ?? []
  const product = model?.products[0]
  if (name === undefined || model === undefined || product === undefined) return []
  const machine = cards(lab, name, model, product)
  return [
    { ...machine, name: 'broken-0.ucsd-nrp', place: west, taints: [taint('issue', 'gpu')] },
    { ...machine, name: 'large-0.ucsd-nrp', place: west, taints: [taint('hardware', 'large-gpu')] },
  ]
}

function taint(key: string, value: string): Taint {
  return { key: `nautilus.io/${key}`, value, effect: 'NoSchedule' }
}
