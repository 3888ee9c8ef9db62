import { rightsManifests } from '../cluster/index.ts'
import { renderObjects } from '../render/index.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { judging } from './judging.ts'
import { labHere } from './lab-here.ts'
import { UsageError } from './usage-error.ts'

export interface RightsOptions {
  readonly namespace?: string
}

/** Kubernetes' own rule for names of namespaces (RFC 1123 label). */
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/** `lab rights`: the YAML of both identities, for an admin to look at and apply once. It asks no cluster. */
export function rights({ namespace }: RightsOptions): Promise<ExitCode> {
  return judging('text', async () => {
    const place = namespace ?? (await labHere()).namespace
    if (!label.test(place)) throw new UsageError(`\`${place}\` is no name of a namespace.`)
    process.stdout.write(renderObjects(rightsManifests(place)))
    return exitCode.done
  })
}
