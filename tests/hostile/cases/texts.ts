import type { Case } from '../case.ts'

const disk = "import { volume } from '#lab'\nexport default volume('a', '1Gi')\n"
const claim = 'PersistentVolumeClaim/alice-a'

/** Texts that are no TypeScript, too much of it, or more than types. */
export const texts: readonly Case[] = [
  ['a bracket too few', '\nexport const a = (1 + ;\n', ['syntax-error 2:18']],
  ['a bracket that never closes', 'export const a = {\n  b: 1,\n', ['syntax-error 1:18']],
  ['a text that never closes', "const a = 'x\n", ['syntax-error 1:11']],
  ['a fault behind wide characters', "const 漢 = '漢字💥' let", ['syntax-error 1:18']],
  ['a fault behind tabs', '\t\tlet a = ;', ['syntax-error 1:11']],
  ['a name twice', 'let a = 1\nlet a = 2', ['syntax-error 2:7']],
  ['return', 'return 1', ['syntax-error 1:1']],
  ['with', 'with ({}) {}', ['syntax-error 1:1']],
  ['a decorator', '@x class A {}', ['syntax-error 1:1']],
  ['HTML', '<!-- x -->', ['syntax-error 1:1']],
  ['an enum', '\n  enum A { B }', ['typescript-only 2:3']],
  ['a constant enum', 'const enum A { B }', ['typescript-only 1:1']],
  ['a namespace', '\nnamespace A { export const b = 1 }', ['typescript-only 2:1']],
  ['a module', 'module A { export const b = 1 }', ['typescript-only 1:1']],
  ['a parameter property', 'class A { constructor(private x: number) {} }', ['typescript-only 1:31']],
  ['import =', 'import a = require("a")', ['typescript-only 1:1']],
  ['export =', 'export = 1', ['typescript-only 1:1']],
  ['a cast in front', 'const a = <number>1', ['typescript-only 1:11']],
  ['a list taken apart', 'export const [a, b] = [1, 2]', ['export-pattern 1:14']],
  ['a list taken apart inside', 'export const a = 1,\n  { b: [c] } = { b: [2] }', ['export-pattern 2:3']],

  ['a byte-order mark', `\ufeff${disk}`, ['byte-order-mark 1:1']],
  ['a NUL', 'export const a = "\0"', ['nul-character 1:19']],
  ['CRLF', "\r\n\r\n  throw new Error('x')\r\n", ['threw 3:13']],
  ['a line separator', "'\u2028'\nthrow new Error('x')", ['threw 2:11']],
  ['astral characters before the fault', "const s = '💥'; throw new Error('x')", ['threw 1:27']],
  ['a file that is too large', `${disk}//${'x'.repeat(70_000)}`, ['file-too-large']],
  ['100,000 exports', Array.from({ length: 100_000 }, (_, i) => `export let a${i}`).join('\n'), ['file-too-large']],
  ['as many exports as fit', `let a\nexport {${exports(4000)}}`, ['exports-too-many 2:14']],
  ['a large file that is fine', `${disk}//${'x'.repeat(60_000)}`, [claim]],

  ['3,000 brackets', '('.repeat(3000), ['code-tangled']],
  ['3,000 brackets that close', `${'['.repeat(3000)}${']'.repeat(3000)}`, ['code-tangled']],
  ['3,000 labels', 'l:'.repeat(3000), ['code-tangled']],
  ['3,000 arrows', 'a=>'.repeat(3000), ['code-tangled']],
  ['3,000 types', `type A = ${'A<'.repeat(3000)}`, ['code-tangled']],
  ['900 brackets', `export default ${'['.repeat(900)}${']'.repeat(900)}`, ['out-of-stack']],

  ['silencing a file', '// @ts-nocheck\n', ['directive-refused 1:4']],
  ['silencing a line', '\n  /* @ts-ignore */\n', ['directive-refused 2:6']],
  ['silencing in a comment of lines', '/**\n * @ts-expect-error\n */', ['directive-refused 2:4']],
  ['silencing inside a type', 'interface A {\n  // @ts-ignore\n  b: C\n}', ['directive-refused 2:6']],
  ['speaking of it', `${disk}// never write @ts-ignore\nconst a = '@ts-ignore'`, [claim]],
  ['text of it', `${disk}const a = \`\n// @ts-ignore\n/// <reference\n\``, [claim]],
  ['changing another module', "\ndeclare module '../bob/x' { interface A { b: 1 } }", ['directive-refused 2:1']],
  ['changing the world', 'declare global { interface A {} }', ['directive-refused 1:1']],
  ['declaring a constant', 'export declare const a: number', ['directive-refused 1:8']],
  ['a name that is declare', `${disk}const declare = 1\ndeclare + 1`, [claim]],
  ['a reference', '/// <reference types="node" />\n', ['directive-refused 1:1']],
  ['three slashes', `${disk}/// fine\n`, [claim]],
]

function exports(count: number): string {
  return Array.from({ length: count }, (_, index) => `a as b${index.toString(36)}`).join()
}
