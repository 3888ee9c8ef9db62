import { inside, invalid, missing, unknownOption, type At } from './check.ts'
import { optionChecks } from './check-option.ts'
import { context } from './context.ts'
import { checkName } from './check-name.ts'
import { nameIntended } from './intended.ts'
import type { OptionFault } from './made.ts'
import { offers } from './offers.ts'
import type { TemplateName } from './options.ts'
import { isRecord, plain } from './plain.ts'
import { together } from './together.ts'

type Checks = typeof optionChecks

/** What was asked for and is in order: an option with a fault is as if it had not been given. */
export type Asked = { readonly [K in keyof Checks]?: NonNullable<ReturnType<Checks[K]>> }

export interface Ask {
  readonly template: TemplateName
  /** Without the owner's prefix. */
  readonly name: string
  readonly asked: Asked
  readonly faults: OptionFault[]
}

/**
 * Reads the arguments of a template: name first, options last. Never throws, whatever they are: a member may have silenced the types, and
 * all that is wrong is said at once. `optionsAt` is the index of the options among the arguments.
 */
export function ask(template: TemplateName, name: unknown, options: unknown, optionsAt = 1): Ask {
  const faults: OptionFault[] = []
  const given = plain(name)
  if (isRecord(given) && options === undefined && optionsAt === 1) return askNameless(template, name, faults)
  const good = checkName(given, { template, faults, key: 0, called: 'name' }, context().prefix)
  const asked = askOptions(template, options, { template, faults, key: optionsAt })
  return { template, name: good ?? standInName(template, given), asked, faults }
}

/** `session({ … })`: the options are where the name should be. */
function askNameless(template: TemplateName, options: unknown, faults: OptionFault[]): Ask {
  missing({ template, faults, key: 0 }, 'name')
  return { template, name: template, asked: askOptions(template, options, { template, faults, key: 0 }), faults }
}

/** Two wrong names are not one name. */
function standInName(template: TemplateName, given: unknown): string {
  return nameIntended(given)?.slice(1, -1) ?? template
}

function templatesWith(option: string): readonly string[] {
  return Object.entries(offers).flatMap(([template, offer]) => (Object.hasOwn(offer, option) ? [template] : []))
}

export function askOptions(template: TemplateName, options: unknown, at: At): Asked {
  const offer: Readonly<Record<string, 'may' | 'must'>> = offers[template]
  const given = options === undefined ? {} : plain(options)
  if (!isRecord(given)) {
    invalid({ ...at, called: 'options' }, given, 'options')
    return {}
  }
  const asked = Object.entries(given).flatMap(([key, value]) => {
    if (value === undefined) return []
    const good: unknown = !Object.hasOwn(offer, key)
      ? unknownOption(at, key, Object.keys(offer), templatesWith(key))
      : optionChecks[key as keyof Checks](value, inside(at, key))
    return good === undefined ? [] : [[key, good]]
  })
  for (const [key, need] of Object.entries(offer)) if (need === 'must' && given[key] === undefined) missing(at, key)
  return together(Object.fromEntries(asked), at)
}
