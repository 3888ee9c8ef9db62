import type { Container } from 'kubernetes-types/core/v1.js'
import { fault, type Fault } from '../../../model/finding.ts'
import type { Path } from '../../../model/json.ts'
import type { PodContainer } from '../../../model/workload.ts'
import { commandEndless } from '../readings/endless/command.ts'
import { longestPause } from '../readings/endless/programs.ts'
import { nrpLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** A Job that only waits, serves or ends in a sleep gets its owner banned from the cluster: in every container, hook and probe. */
export const noEndlessCommand: Rule = ({ kind, containers }, { lab }) => {
  if (kind !== 'Job') return []
  const { idle } = lab.rules
  const pause = longestPause / 60
  return containers.flatMap((each) => {
    const env = variablesOf(each.container)
    return commandsOf(each).flatMap(({ words, path }): readonly Fault[] => {
      const endless = commandEndless(words, env, idle.commands)
      if (endless === undefined) return []
      return [
        fault('endless-command', { container: each.container.name, pause, ...endless }, path, { law: nrpLaw(idle) }),
      ]
    })
  })
}

interface CommandAt {
  readonly words: readonly string[]
  readonly path: Path
}

function commandsOf({ container, path }: PodContainer): readonly CommandAt[] {
  const { command = [], args = [], lifecycle, livenessProbe, readinessProbe, startupProbe } = container
  const hooks: readonly (readonly [Path, { readonly exec?: { readonly command?: readonly string[] } } | undefined])[] =
    [
      [['lifecycle', 'postStart'], lifecycle?.postStart],
      [['lifecycle', 'preStop'], lifecycle?.preStop],
      [['livenessProbe'], livenessProbe],
      [['readinessProbe'], readinessProbe],
      [['startupProbe'], startupProbe],
    ]
  return [
    { words: [...command, ...args], path: [...path, args.length > 0 ? 'args' : 'command'] },
    ...hooks.map(([at, hook]) => ({ words: hook?.exec?.command ?? [], path: [...path, ...at, 'exec', 'command'] })),
  ].filter(({ words }) => words.length > 0)
}

function variablesOf({ env = [] }: Container): ReadonlyMap<string, string> {
  return new Map(env.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const])))
}
