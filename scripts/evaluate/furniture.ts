import { readdirSync, readFileSync } from 'node:fs'
import type { House } from '../model/request.ts'
import type { Limits } from './limits.ts'
import type { Furniture } from './machine.ts'

/** Everything of ours that stands in the sandbox before a member's file runs: our guests, the lab's data, the templates. */
export function furnitureOf(
  house: Pick<House, 'lab' | 'templates'>,
  limits: Limits,
  withoutTypes: (text: string) => string,
): Furniture {
  const templates = [...house.templates].map(([name, text]) => [`templates/${name}`, text] as const)
  const ours = [...guests(), ...readings(), ...templates]
  const stripped = ours.map(([name, text]) => [name, withoutTypes(text)] as const)
  return { modules: new Map([...stripped, configModule(house.lab)]), entry: entryModule(limits) }
}

/** Files of `guest/`: written as the rest of the code, but they run inside. */
function guests(): readonly (readonly [string, string])[] {
  const folder = new URL('guest/', import.meta.url)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => [`lab:guest/${name}`, readFileSync(new URL(name, folder), 'utf8')])
}

/** What templates and judges both need of `scripts/model/`. */
function readings(): readonly (readonly [string, string])[] {
  return ['meant.ts', 'nearest.ts'].map((name) => [
    `scripts/model/${name}`,
    readFileSync(new URL(`../model/${name}`, import.meta.url), 'utf8'),
  ])
}

function configModule(lab: House['lab']): readonly [string, string] {
  const json = JSON.stringify(JSON.stringify(lab))
  const lines = [`import { harden } from 'lab:guest/lockdown.ts'`, `const lab = JSON.parse(${json})`, 'harden(lab)']
  return ['lab:config', [...lines, 'export default lab'].join('\n')]
}

/** Invariant: the lockdown comes first. Threat: `made.ts` and `context.ts` are for us alone, a member's import never resolves to them. */
function entryModule({ exports, objects, depth, output }: Limits): string {
  return [
    `import { harden } from 'lab:guest/lockdown.ts'`,
    `import * as lab from 'templates/index.ts'`,
    `import { enter } from 'templates/context.ts'`,
    `import { calls, origin } from 'templates/made.ts'`,
    `import { createReadOut } from 'lab:guest/read-out.ts'`,
    'harden(...Object.values(lab))',
    'const parse = JSON.parse',
    'export const begin = (text) => enter(parse(text))',
    `export const { read, explain } = createReadOut(calls, origin, ${JSON.stringify({ exports, objects, depth, output })})`,
  ].join('\n')
}

/** What an import of ours leads to. */
export function resolveOurs(base: string, specifier: string): string {
  if (specifier === '#lab/config') return 'lab:config'
  if (specifier.startsWith('../')) return specifier.slice(3)
  return specifier.startsWith('./') ? base.slice(0, base.lastIndexOf('/') + 1) + specifier.slice(2) : specifier
}
