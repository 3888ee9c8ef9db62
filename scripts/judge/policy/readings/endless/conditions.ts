import { forEachChild } from 'unbash'
import type { ArithmeticExpression, Command, CompoundList, Pipeline, SyntaxNode, While } from 'unbash'
import { programName } from './unwrapped.ts'

/** A condition that never lets a loop end: `while true`, `until false`, `while sleep 60`. */
export function isEndlessCondition({ kind, clause }: While): boolean {
  return constantOf(clause) === (kind === 'while')
}

/** `for ((;;))`, or a test that is a number. */
export function isEndlessCount(test: ArithmeticExpression | undefined): boolean {
  return test === undefined || (test.type === 'ArithmeticWord' && /^0*[1-9]\d*$/.test(test.value))
}

/** What a condition always comes to; `undefined` where it depends. */
function constantOf(clause: CompoundList): boolean | undefined {
  const last = clause.commands.at(-1)
  return last === undefined ? undefined : constant(last.command)
}

function constant(node: SyntaxNode): boolean | undefined {
  if (node.type === 'Command') return constantCommand(plainWords(node))
  if (node.type === 'Pipeline') return constantPipeline(node)
  if (node.type === 'ArithmeticCommand') {
    return node.expression?.type === 'ArithmeticWord' ? number(node.expression.value) : undefined
  }
  if (node.type !== 'TestCommand' || node.expression.type !== 'TestUnary') return undefined
  const { operator, operand } = node.expression
  return operator === '-n' && operand.parts === undefined ? operand.value !== '' : undefined
}

function plainWords({ name, args }: Command): readonly string[] {
  return [name?.value ?? '', ...args.map((word) => (word.type === 'Word' ? word.value : word.text))]
}

function constantPipeline({ commands, prefixes }: Pipeline): boolean | undefined {
  const [only, ...others] = commands
  const value = only === undefined || others.length > 0 ? undefined : constant(only)
  const negated = prefixes.filter(({ type }) => type === 'Negation').length % 2 === 1
  return value === undefined ? undefined : value !== negated
}

function constantCommand([name, ...args]: readonly string[]): boolean | undefined {
  const program = programName(name)
  if (program === 'true' || program === ':' || program === 'sleep' || program === 'echo') return true
  if (program === 'false') return false
  const operands = program === '[' ? args.slice(0, -1) : args
  if (program !== '[' && program !== 'test') return undefined
  if (operands.length === 1 && !/[$`]/.test(operands[0] ?? '')) return operands[0] !== ''
  const [left = '', operator, right = ''] = operands
  if (operands.length !== 3 || /[$`]/.test(left + right) || !/^(?:=|==|-eq)$/.test(operator ?? '')) return undefined
  return left === right
}

function number(value: string): boolean | undefined {
  return /^\d+$/.test(value) ? Number(value) !== 0 : undefined
}

const leaves: ReadonlySet<string> = new Set(['break', 'exit', 'return', 'exec', 'kill'])
const loops: ReadonlySet<string> = new Set(['While', 'For', 'ArithmeticFor', 'Select'])

/** Whether a loop has a way out: a `break` of its own, or something that ends the whole script. */
export function leavesLoop(body: CompoundList): boolean {
  let found = false
  const visit = (node: SyntaxNode, inner: boolean): void => {
    if (found) return
    if (node.type === 'Command') {
      const name = node.name?.value ?? ''
      const deep = node.args.length > 0
      found ||= leaves.has(name) && (name !== 'break' || !inner || deep)
    }
    if (node.type !== 'Word') forEachChild(node, (child) => visit(child, inner || loops.has(node.type)))
  }
  forEachChild(body, (child) => visit(child, false))
  return found
}
