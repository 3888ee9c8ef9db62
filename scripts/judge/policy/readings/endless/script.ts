import { forEachChild, parse } from 'unbash'
import type { Command, CompoundList, For, If, Pipeline, Select, Statement, SyntaxNode } from 'unbash'
import { isEndlessCondition, isEndlessCount, leavesLoop } from './conditions.ts'
import { tangled, type Endless, type Reader, type Situation, type Word } from './endless.ts'
import { assign, builtin } from './builtins.ts'
import { firstOf, type Shell } from './shell.ts'
import { programName } from './unwrapped.ts'
import { textOf, wordsOf, type Scope } from './words.ts'

/** No kernel takes a longer argument. Source: Linux, `MAX_ARG_STRLEN`. */
const longest = 131_072
/** Each of these is parsed anew from the inside: a few hundred of them, nested in a long text, would keep the parser busy. */
const substitution = /[$<>]\(|`|\$[{[]/g
const mostSubstitutions = 200
const mostParsed = 2_000_000

/** Most jobs are one command of words that mean to a shell what they say: it needs no parser. */
const plainWords = /^[\w./:@%,+-]+(?: [\w./:@%,+=-]+)*$/
/** Where these stand first, the text is more than a command, or ends the script. */
const reserved = /^(?:if|then|elif|else|fi|do|done|case|esac|while|until|for|select|function|time|coproc|exec|exit) /

/** Whether a text that a shell runs comes to its end. */
export function scriptEndless(text: string, situation: Situation, scope: Scope, reader: Reader): Endless | undefined {
  if (text.length <= longest && plainWords.test(text) && !reserved.test(`${text} `)) {
    return reader.goesOn() ? builtin(text.split(' '), situation, shellOf(scope, reader)) : tangled
  }
  if (!isReadable(text)) return tangled
  return statements(parse(text).commands, situation, shellOf(scope, reader))
}

function shellOf(scope: Scope, reader: Reader): Shell {
  return { ...scope, variables: new Map(scope.variables), reader, read: node, functions: new Map(), jobs: [] }
}

function isReadable(text: string): boolean {
  const substitutions = text.match(substitution)?.length ?? 0
  return text.length <= longest && substitutions <= mostSubstitutions && text.length * substitutions <= mostParsed
}

function statements(list: readonly Statement[], situation: Situation, shell: Shell): Endless | undefined {
  for (const [index, { command: at, background }] of list.entries()) {
    if (background === true) {
      inBackground(at, situation, shell)
      continue
    }
    const leaves = leavesShell(at)
    const last = leaves || (situation.last && index === list.length - 1)
    const found = node(at, { ...situation, last }, shell)
    if (found !== undefined || leaves) return found
  }
  return undefined
}

/** What runs beside the script ends with it, unless the script waits for it. */
function inBackground(at: SyntaxNode, situation: Situation, shell: Shell): undefined {
  const job = node(at, { ...situation, last: false, piped: false }, { ...shell, jobs: [] })
  shell.variables.set('!', `job:${shell.jobs.push(job) - 1}`)
}

/** After `exec` and `exit` nothing of the script runs. */
function leavesShell(at: SyntaxNode): boolean {
  if (at.type !== 'Command') return false
  return at.name?.value === 'exit' || (at.name?.value === 'exec' && at.args.length > 0)
}

type Reading<T extends SyntaxNode['type']> = (
  at: Extract<SyntaxNode, { type: T }>,
  situation: Situation,
  shell: Shell,
) => Endless | undefined

/** How each piece of a script is read; what is not here holds no commands of its own. */
const readings: { readonly [T in SyntaxNode['type']]?: Reading<T> } = {
  Command: command,
  Pipeline: pipeline,
  If: branches,
  AndOr: (at, situation, shell) =>
    firstOf(at.commands, (each, index) => {
      const isEnd = index === at.commands.length - 1 || at.operators[index] === '||'
      return node(each, { ...situation, last: situation.last && isEnd }, shell)
    }),
  CompoundList: (at, situation, shell) => statements(at.commands, situation, shell),
  BraceGroup: (at, situation, shell) => statements(at.body.commands, situation, shell),
  Subshell: (at, situation, shell) => statements(at.body.commands, situation, shell),
  Case: (at, situation, shell) => firstOf(at.items, ({ body }) => node(body, situation, shell)),
  Redirected: (at, situation, shell) => {
    const fed = situation.fed || at.redirects.some(({ operator }) => operator.startsWith('<'))
    return node(at.command, { ...situation, fed }, shell)
  },
  While: (at, situation, shell) => {
    const endless = isEndlessCondition(at) && !leavesLoop(at.body) && !situation.piped
    if (endless) return { command: `${at.kind} ${firstWord(at.clause)}`, why: 'loops' }
    const inside = { ...situation, last: false }
    return node(at.clause, { ...inside, fed: true }, shell) ?? node(at.body, inside, shell)
  },
  ArithmeticFor: (at, situation, shell) => {
    const endless = isEndlessCount(at.test) && !leavesLoop(at.body) && !situation.piped
    if (endless) return { command: 'for ((;;))', why: 'loops' }
    return node(at.body, { ...situation, last: false }, shell)
  },
  For: eachRound,
  Select: eachRound,
  Function: (at, _, shell) => void shell.functions.set(at.name.value, at.body),
  Coproc: (at, situation, shell) => inBackground(at.body, situation, shell),
}

function node(at: SyntaxNode, situation: Situation, shell: Shell): Endless | undefined {
  if (!shell.reader.goesOn()) return tangled
  const reading = readings[at.type] as Reading<typeof at.type> | undefined
  return reading?.(at, situation, shell)
}

function eachRound(at: For | Select, situation: Situation, shell: Shell): Endless | undefined {
  return (
    firstOf(at.wordlist ?? [], (word) => expansions(word, shell)) ?? node(at.body, { ...situation, last: false }, shell)
  )
}

function branches(
  { clause, then, elif, else: otherwise }: If,
  situation: Situation,
  shell: Shell,
): Endless | undefined {
  const conditions = [clause, ...elif.map((each) => each.clause)]
  const bodies = [then, ...elif.map((each) => each.then), ...(otherwise === undefined ? [] : [otherwise])]
  return (
    firstOf(conditions, (each) => node(each, { ...situation, last: false }, shell)) ??
    firstOf(bodies, (each) => node(each, situation, shell))
  )
}

/** Each command but the first is fed, each but the last is read by another. */
function pipeline({ commands }: Pipeline, situation: Situation, shell: Shell): Endless | undefined {
  return firstOf(commands, (each, index) => {
    const fed = situation.fed || index > 0
    const piped = situation.piped || index < commands.length - 1
    return node(each, { ...situation, fed, piped }, shell)
  })
}

function command(at: Command, situation: Situation, shell: Shell): Endless | undefined {
  const parts = [...(at.name === undefined ? [] : [at.name]), ...at.prefix, ...at.suffix]
  const inner = firstOf(parts, (part) => expansions(part, shell))
  if (inner !== undefined) return inner
  assign(at, shell)
  if (at.name === undefined) return undefined
  const words = [at.name, ...at.args].flatMap((word) => (word.type === 'Word' ? wordsOf(word, shell) : [word.text]))
  const fed = situation.fed || at.redirects.some(({ operator }) => operator.startsWith('<'))
  const text = given(at, shell)
  return (
    builtin(words, { ...situation, fed }, shell) ??
    (isShell(words) && text !== undefined ? shell.reader.script(text, situation, []) : undefined)
  )
}

/** What stands in `$(…)` and `<(…)` runs too. */
function expansions(at: SyntaxNode, shell: Shell): Endless | undefined {
  if (!/[(`]/.test('text' in at ? at.text : '(')) return undefined
  let found: Endless | undefined
  const visit = (child: SyntaxNode, piped: boolean): void => {
    if (found !== undefined || !shell.reader.goesOn()) return
    if (child.type === 'Script') found = statements(child.commands, { ...subshell, piped }, shell)
    else if (child.type !== 'ProcessSubstitution' || child.operator === '<') {
      forEachChild(child, (next) => visit(next, child.type === 'ProcessSubstitution'))
    }
  }
  visit(at, false)
  return found
}

const subshell: Situation = { last: false, fed: false, piped: false, atMost: Infinity }

/** The text of a here-document or a here-string. */
function given({ redirects }: Command, shell: Shell): string | undefined {
  for (const redirect of redirects) {
    if (redirect.type === 'HereDoc') return redirect.body.text
    if (redirect.type === 'HereString' && redirect.target !== undefined) return textOf(redirect.target, shell)
  }
  return undefined
}

function isShell(words: readonly Word[]): boolean {
  return words.length <= 2 && /^(?:ba|da|z)?sh$/.test(programName(words[0]) ?? '')
}

function firstWord(list: CompoundList): string {
  const [first] = list.commands
  const at: SyntaxNode | undefined = first?.command
  return at?.type === 'Command' ? (programName(at.name?.value)?.slice(0, 20) ?? '') : '…'
}
