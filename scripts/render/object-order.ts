import { kindOf, nameOf, type Manifest } from '../model/manifest.ts'

/** What others lean on comes first: disks, settings, addresses, then what runs. A kind that is not listed comes last. */
const kinds = ['PersistentVolumeClaim', 'ConfigMap', 'Service', 'Ingress', 'Pod', 'Job', 'Deployment']

/** Objects by kind, then name, whatever order the member exported them in; by code unit, not by the machine's language. */
export function inObjectOrder(manifests: readonly Manifest[]): readonly Manifest[] {
  return manifests.toSorted(
    (a, b) => rankOf(a) - rankOf(b) || compare(kindOf(a), kindOf(b)) || compare(nameOf(a), nameOf(b)),
  )
}

function rankOf(manifest: Manifest): number {
  const rank = kinds.indexOf(kindOf(manifest))
  return rank === -1 ? kinds.length : rank
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
