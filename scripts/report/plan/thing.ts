import { isObject, type Json } from '../../model/json.ts'
import { kindIn, nameIn, type Key } from '../../model/object-key.ts'
import type { Step } from '../../model/plan.ts'
import type { Saying } from './view.ts'

type Naming = Pick<Saying, 'prefixOf'>

const words: Readonly<Record<string, string>> = {
  Pod: 'session',
  Job: 'job',
  PersistentVolumeClaim: 'disk',
  ConfigMap: 'file set',
  Service: 'address',
  Ingress: 'web address',
  Deployment: 'service',
}

/** What people call an object of a member: `session dev`. The cluster's own words stay out of what members read. */
export function thingOf({ key, member, wanted }: Pick<Step, 'key' | 'member' | 'wanted'>, naming: Naming = {}): string {
  const word = isSweep(wanted?.manifest['spec']) ? 'sweep' : wordFor(kindIn(key))
  return `${word ?? kindIn(key)} ${shortName(key, member, naming)}`
}

/** The same where only the name is known; foreign text comes back as it is. */
export function named(key: string, member: string, naming: Naming = {}): string {
  return key.includes('/') ? thingOf({ key: key as Key, member }, naming) : key
}

/** Without what the member's names begin with. */
export function shortName(key: Key, member: string, { prefixOf = inSmall }: Naming = {}): string {
  const [name, begin] = [nameIn(key), `${prefixOf(member)}-`]
  return name.startsWith(begin) ? name.slice(begin.length) : name
}

function inSmall(login: string): string {
  return login.toLowerCase()
}

function isSweep(spec: Json | undefined): boolean {
  return isObject(spec) && spec['completionMode'] === 'Indexed'
}

function wordFor(kind: string): string | undefined {
  return Object.hasOwn(words, kind) ? words[kind] : undefined
}
