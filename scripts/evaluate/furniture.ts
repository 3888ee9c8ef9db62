import { readdirSync, readFileSync } from 'node:fs'
import type { House } from '../model/request.ts'
import type { Limits } from './limits.ts'
import type { Furniture } from './machine.ts'
import { stripHere } from './strip-here.ts'

/** Everything of ours that stands in the sandbox before a member's file runs: our guests, the lab's data, the templates. */
export function furnitureOf(house: Pick<House, 'lab' | 'templates'>, limits: Limits): Furniture {
  const templates = [...house.templates].map(([name, text]) => [`templates/${name}`, stripHere(text)] as const)
  return { modules: new Map([...guests(), configModule(house.lab), ...templates]), entry: entryModule(limits) }
}

/** Files of `guest/`: written as the rest of the code, but they run inside. */
function guests(): readonly (readonly [string, string])[] {
  const folder = new URL('guest/', import.meta.url)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => [`lab:guest/${name}`, stripHere(readFileSync(new URL(name, folder), 'utf8'))])
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
  return specifier.startsWith('./') ? base.slice(0, base.lastIndexOf('/') + 1) + specifier.slice(2) : specifier
}
