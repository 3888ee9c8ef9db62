import { objectId, type Manifest } from './manifest.ts'

/** `Job/alice-train`: what an object is remembered by. File, export and commit are not in it, so that moving a request changes nothing. */
export type Key = `${string}/${string}`

/** `run`: launched once per number and then over. `standing`: kept as written. `claim`: a disk, never destroyed by apply. */
export type Nature = 'run' | 'standing' | 'claim'

const natures: ReadonlyMap<string, Nature> = new Map([
  ['Pod', 'run'],
  ['Job', 'run'],
  ['ConfigMap', 'standing'],
  ['Service', 'standing'],
  ['Ingress', 'standing'],
  ['Deployment', 'standing'],
  ['PersistentVolumeClaim', 'claim'],
])

/** The kinds that apply knows how to treat. */
export const kinds: readonly string[] = [...natures.keys()]

/** Of kinds that pass the schema; throws for any other, since nobody may guess how to apply it. */
export function natureOf(key: Key): Nature {
  const nature = natures.get(kindIn(key))
  if (nature === undefined) throw new Error(`no nature is known for ${key}`)
  return nature
}

export function keyOf(manifest: Manifest): Key {
  return objectId(manifest) as Key
}

export function kindIn(key: Key): string {
  return key.slice(0, key.indexOf('/'))
}

export function nameIn(key: Key): string {
  return key.slice(key.indexOf('/') + 1)
}
