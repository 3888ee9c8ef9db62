import { asCode } from './as-code.ts'
import type { Sentence } from './sentence.ts'
import { literal, valueWords, wantedWords } from './type-words.ts'

/** One kind of message of the compiler's, and how a person would say it. Groups of the pattern come in their order. */
interface Shape {
  readonly pattern: RegExp
  readonly say: (groups: readonly string[], option: string | undefined) => Sentence
}

const notARequest = 'A request runs without files, network, clock, environment and screen'

const shapes: readonly Shape[] = [
  {
    pattern: /^Object literal may only .* ''?(.+?)'?' does not exist in type '\{ readonly \[path: /,
    say: ([path = '']) => ({
      what: `The path ${asCode(path)} does not begin with \`/\`.`,
      fix: `Write ${asCode(`'/${path}'`)}.`,
    }),
  },
  {
    pattern: /^Object literal may only .* '(.+)' does not exist in type '(.+?)'\.(?: Did you mean to write '(.+)'\?)?$/,
    say: ([name = '', type = '', near]) => ({
      what: `${owner(type)} has no ${/^[A-Z]\w*Options$/.test(type) ? 'option' : 'field'} ${asCode(unquoted(name))}.`,
      fix: near
        ? `Write ${asCode(near)}.`
        : `Take ${asCode(unquoted(name))} out; what there is your editor shows with Ctrl+Space.`,
    }),
  },
  {
    pattern: /^Property '(.+)' is missing in type '.*' but required in type '(.+)'\.$/,
    say: ([name = '', type = '']) => ({
      what: `${owner(type)} needs ${asCode(name)}.`,
      fix: `Add ${asCode(`${name}: …`)}.`,
    }),
  },
  {
    pattern: /^Type '.*' is missing the following properties from type '(.+)': (.+)$/,
    say: ([type = '', names = '']) => {
      const needed = names.split(', ').map(asCode).join(', ')
      return { what: `${owner(type)} needs ${needed}.`, fix: `Add ${needed}.` }
    },
  },
  {
    pattern: /^Argument of type '\{.*' is not assignable to parameter of type '([A-Z]\w*Options)'\.$/,
    say: ([type = '']) => ({
      what: `${owner(type)} cannot take these options: TypeScript no longer knows their exact values, or one of them is wrong.`,
      fix: `Write the options into the call itself, or ${asCode(`: ${type}`)} behind the name of the constant that keeps them.`,
    }),
  },
  {
    pattern:
      /^(?:Type|Argument of type) '(.+)' is not assignable to (?:parameter of )?type '(.+?)'\.(?: Did you mean '(.+)'\?)?$/,
    say: ([value = '', type = '', near], option) => ({
      what: `${option === undefined ? 'This' : asCode(option)} cannot be ${valueWords(value, type)}${overCards(value, type)}.`,
      fix: `Write ${near ? literal(near) : wantedWords(type)}.`,
    }),
  },
  {
    pattern: /^(?:Module )?'"(.+)"' (?:has no|declares) .*? '(.+?)'(?:.*Did you mean (?:to use )?'(.+?)')?/,
    say: ([module = '', name = '', near]) => ({
      what: `${asCode(module)} has nothing called ${asCode(name)} to import.`,
      fix: near ? `Write ${asCode(near)}.` : 'Correct the name; what there is your editor shows with Ctrl+Space.',
    }),
  },
  {
    pattern: /^Cannot find module '\.\/(.+?)'/,
    say: ([name = '']) => ({
      what: `Your folder has no file ${asCode(name.endsWith('.ts') ? name : `${name}.ts`)}.`,
      fix: 'Correct the name, or add the file.',
    }),
  },
  {
    pattern: /^Cannot find module '(.+?)'/,
    say: ([name = '']) => ({
      what: `There is no module ${asCode(name)} that a request can import.`,
      fix: 'Import from `#lab`, or from a file of your own folder: `./data.ts`.',
    }),
  },
  {
    pattern: /^Property '(.+)' does not exist on type 'NotInARequest'\.$/,
    say: ([name = '']) => ({
      what: `There is no ${asCode(name)} here. ${notARequest}.`,
      fix: 'Write the value itself.',
    }),
  },
  {
    pattern: /^Property '(.+)' does not exist on type '(.+?)'\.(?: Did you mean '(.+)'\?)?$/,
    say: ([name = '', , near]) => ({
      what: `There is no ${asCode(name)} here.`,
      fix: near ? `Write ${asCode(near)}.` : 'Correct the name.',
    }),
  },
  {
    pattern: /^Cannot find name '(.+?)'\. Do you need/,
    say: ([name = '']) => ({
      what: `There is no ${asCode(name)} here. ${notARequest}.`,
      fix: 'Write the value itself.',
    }),
  },
  {
    pattern: /^Cannot find name '(.+?)'\.(?: Did you mean '(.+)'\?)?$/,
    say: ([name = '', near]) => ({
      what: `Nothing is called ${asCode(name)} here.`,
      fix: missingName(name, near),
    }),
  },
  {
    pattern: /^'(.+)' is a type and must be imported using a type-only import/,
    say: ([name = '']) => ({
      what: `${asCode(name)} is a type, not a value.`,
      fix: `Import it as ${asCode(`type ${name}`)}.`,
    }),
  },
  {
    pattern: /^Expected (.+) arguments?, but got (.+)\.$/,
    say: ([wanted = '', got = '']) => ({
      what: `This call has ${got === '1' ? 'one argument' : `${got} arguments`} and needs ${wanted}.`,
      fix: "Write the name first, then the options: `session('dev', { … })`.",
    }),
  },
  {
    pattern: /^Parameter '(.+)' implicitly has an 'any' type\.$/,
    say: ([name = '']) => ({
      what: `TypeScript cannot tell what ${asCode(name)} is.`,
      fix: `Write its type: ${asCode(`${name}: number`)} or ${asCode(`${name}: string`)}.`,
    }),
  },
]

/** What the compiler says, in plain words where its message is of a known kind. `option`: the property on which it stands. */
export function typeErrorSentence(message: string, option?: string): Sentence {
  // Foreign texts come with their backticks made harmless; types have them, and patterns are written as the compiler writes.
  const said = message.replaceAll('ˋ', '`')
  for (const { pattern, say } of shapes) {
    const groups = pattern.exec(said)
    if (groups) return say(groups.slice(1), option)
  }
  return { what: `TypeScript says: ${asCode(said)}`, fix: `Change what is underlined.` }
}

const templates = new Set(['session', 'notebook', 'job', 'sweep', 'service', 'volume', 'shared', 'readOnly', 'named'])

/** The compiler's own guess may be a name that was misspelt in the import. */
function missingName(name: string, near: string | undefined): string {
  if (templates.has(name)) return `Import it: ${asCode(`import { ${name} } from '#lab'`)}.`
  return near && near !== 'undefined' ? `Write ${asCode(near)}.` : 'Correct the name, or import it from `#lab`.'
}

/** `SessionOptions` are the options of `session`. */
function owner(type: string): string {
  const template = /^([A-Z])(\w*)Options$/.exec(type)
  if (template) return asCode(`${template[1]?.toLowerCase()}${template[2]}`)
  return /^\w+$/.test(type) ? asCode(type) : 'This'
}

/** Names that need quotes come in two pairs of them. */
function unquoted(name: string): string {
  return name.replace(/^'(.*)'$/, '$1')
}

function overCards(value: string, type: string): string {
  const most = Number(/^CountXGpu<(\d+)>$/.exec(type)?.[1])
  return Number(/^"(\d+)x/.exec(value)?.[1]) > most ? `: at most ${most} cards in one pod here` : ''
}
