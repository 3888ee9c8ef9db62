import { at, itemsAt, textAt } from './at.ts'
import type { ConfigUse } from './footprint.ts'
import type { Json, Path } from './json.ts'

/** Every ConfigMap that a pod reads, as files or as variables, once for each place. */
export function configsOf(podSpec: Json | undefined, path: Path): readonly ConfigUse[] {
  const volumes = itemsAt(podSpec, 'volumes').flatMap((volume, index) => inVolume(volume, [...path, 'volumes', index]))
  const variables = ['initContainers', 'containers'].flatMap((list) =>
    itemsAt(podSpec, list).flatMap((container, index) => inContainer(container, [...path, list, index])),
  )
  return [...volumes, ...variables]
}

function inVolume(volume: Json, path: Path): readonly ConfigUse[] {
  const projected = itemsAt(volume, 'projected', 'sources').flatMap((source, index) =>
    use(at(source, 'configMap'), [...path, 'projected', 'sources', index, 'configMap', 'name']),
  )
  return [...use(at(volume, 'configMap'), [...path, 'configMap', 'name']), ...projected]
}

function inContainer(container: Json, path: Path): readonly ConfigUse[] {
  const all = itemsAt(container, 'envFrom').flatMap((source, index) =>
    use(at(source, 'configMapRef'), [...path, 'envFrom', index, 'configMapRef', 'name']),
  )
  const single = itemsAt(container, 'env').flatMap((variable, index) =>
    use(at(variable, 'valueFrom', 'configMapKeyRef'), [...path, 'env', index, 'valueFrom', 'configMapKeyRef', 'name']),
  )
  return [...all, ...single]
}

function use(reference: Json | undefined, path: Path): readonly ConfigUse[] {
  const name = textAt(reference, 'name')
  return name === undefined ? [] : [{ name, path, optional: at(reference, 'optional') === true }]
}
