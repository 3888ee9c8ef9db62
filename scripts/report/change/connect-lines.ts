import type { RunRow } from '../../model/card.ts'
import { kindIn, nameIn, type Key } from '../../model/object-key.ts'
import { block } from '../block.ts'

/** Threat: what is copied into a shell holds nothing but names. */
const name = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/

const targets: Readonly<Record<string, string>> = { Pod: 'pod', Job: 'job', Deployment: 'deployment' }

/** The lines that connect to what runs; nothing for what nobody can be in. */
export function connectLines({ key, ports = [] }: RunRow, namespace: string): readonly string[] {
  const named = kindIn(key as Key)
  const kind = Object.hasOwn(targets, named) ? targets[named] : undefined
  const own = nameIn(key as Key)
  if (kind === undefined || !name.test(own) || !name.test(namespace)) return []
  const at = `kubectl -n ${namespace}`
  const forwards = ports.filter(Number.isInteger).map((port) => `${at} port-forward ${kind}/${own} ${port}:${port}`)
  const lines = [`${at} exec -it ${kind}/${own} -- bash`, `${at} logs -f ${kind}/${own}`, ...forwards]
  return block(lines.join('\n'), 'sh').split('\n')
}
