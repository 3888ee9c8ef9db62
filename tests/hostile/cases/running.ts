import type { Case } from '../case.ts'

const honestDisk = "import { volume } from '#lab'\nexport default volume('a', '1Gi')\n"

/** Code that does not end, takes everything, or throws. */
export const running: readonly Case[] = [
  ['an endless loop', '\n  for (;;);', ['out-of-steps 2:3']],
  ['one among others', 'for (const x of [1]) x\nwhile (true) {}\n', ['out-of-steps 2:1']],
  ['one in a function', 'function f() {\n  let i = 0\n  do i++\n  while (true)\n}\nf()', ['out-of-steps 3:3']],
  ['one in an arrow', 'const f = () => {\n  for (;;) {}\n}\n[1].map(f)', ['out-of-steps 2:3']],
  ['a loop with a label', 'a: for (;;) continue a', ['out-of-steps 1:4']],
  ['a loop that catches its own end', '\nfor (;;) { try { for (;;); } catch {} finally {} }', ['out-of-steps 1:1']],
  ['a return in a finally', 'function f() { try { for (;;); } finally { return 1 } }\nf()', ['out-of-steps 1:22']],
  ['an endless generator', 'function* g() { for (;;) yield 1 }\nfor (const x of g());', ['out-of-steps 1:17']],
  [
    'an endless iterator',
    '[...{ [Symbol.iterator]: () => ({ next: () => ({ done: false }) }) }]',
    ['out-of-memory 1:8'],
  ],
  ['an endless getter of species', species('for (;;);'), ['out-of-steps 1:57']],
  ['an endless instanceof', '({}) instanceof { [Symbol.hasInstance]() { for (;;); } }', ['out-of-steps 1:44']],
  ['an endless toPrimitive', '`${{ [Symbol.toPrimitive]() { for (;;); } }}`', ['out-of-steps 1:31']],
  ['a regular expression that backtracks', '\n/(a+)+$/.test("a".repeat(40) + "b")', ['out-of-steps 2:10']],
  ['one with groups', '/^(([a-z])+.)+[A-Z]([a-z])+$/.test("a".repeat(60))', ['out-of-steps 1:31']],

  ['promises without end', 'const f = () => Promise.resolve().then(f)\nf()', ['out-of-promises']],
  [
    'the same beside an honest export',
    `${honestDisk}const f = () => Promise.resolve().then(f)\nf()`,
    ['out-of-promises'],
  ],
  ['a thenable that answers itself', 'const t = { then: (done) => done(t) }\nawait t', ['out-of-promises']],
  ['await in an endless loop', 'for (;;) await null', ['out-of-promises']],
  ['an endless loop in a callback', '\nawait Promise.resolve().then(() => { for (;;); })', ['out-of-steps 2:38']],
  ['await that never comes', 'export const a = 1\nawait new Promise(() => {})', ['await-endless 2:1']],

  ['recursion', '\nfunction f() { return f() + 1 }\nf()', ['out-of-stack 2:23']],
  [
    'recursion that is caught',
    `${honestDisk}const f = () => f() + 1\ntry { f() } catch {}`,
    ['PersistentVolumeClaim/alice-a'],
  ],
  ['recursion in a comparator', 'const f = () => [3, 2, 1].sort(f)\nf()', ['out-of-stack 1:27']],
  ['recursion in a replacer', 'const f = () => "a".replace(/a/, f)\nf()', ['out-of-stack 1:21']],
  ['recursion in a getter', 'const o = { get a() { return this.a } }\no.a', ['out-of-stack 1:30']],
  ['recursion of generators', 'function* g() { yield* g() }\n[...g()]', ['out-of-stack 1:24']],
  ['recursion in templates of text', 'const f = (s) => f`${s}`\nf``', ['out-of-stack 1:19']],
  ['JSON that nests deep', '\nJSON.parse("[".repeat(100000))', ['out-of-stack 2:1']],
  ['a list that nests deep', nested('JSON.stringify(a)'), ['out-of-stack 3:1']],
  ['the same, flattened', nested('a.flat(Infinity)'), ['out-of-stack 3:1']],
  ['the same, as text', nested('"" + a'), ['out-of-stack 3:4']],
  [
    'functions bound to functions',
    'let f = () => 1\nfor (let i = 0; i < 1e3; i++) f = f.bind()\nf()',
    ['out-of-stack 3:1'],
  ],

  ['a memory bomb', 'const a = []\nfor (;;) a.push("x".repeat(1e4) + a.length)', ['out-of-memory 2:21']],
  ['text that doubles', 'let s = "x"\nfor (;;) s += s', ['threw 2:12']],
  ['text repeated', '"x".repeat(2 ** 30)', ['threw 1:5']],
  ['text padded', '"x".padStart(2 ** 30)', ['threw 1:5']],
  ['text repeated within the language', '"x".repeat(2 ** 29)', ['out-of-memory 1:5']],
  ['a huge list', 'new Array(2 ** 32 - 1).fill(0)', ['out-of-memory 1:24']],
  ['all memory at once', '\n"\\u0344".repeat(1e6).normalize("NFKD")', ['out-of-memory']],
  ['all memory in small pieces', '[..."a".repeat(1e6).matchAll(/a/g)]', ['out-of-memory']],
  ['a huge number', '2n ** (2n ** 40n)', ['threw 1:4']],

  ['throwing an error', '\n  throw new Error("no")', ['threw 2:13']],
  ['throwing a text', '\n  throw "no"', ['threw 2:3']],
  ['throwing nothing', '\n  throw undefined', ['threw 2:3']],
  ['throwing a symbol', '\n  throw Symbol("no")', ['threw 2:3']],
  [
    'throwing what loops when read',
    '\n  throw { get message() { for (;;); }, get stack() { for (;;); } }',
    ['threw 2:3'],
  ],
  [
    'throwing a function that loops',
    'const f = () => 1\nf[Symbol.toPrimitive] = () => { for (;;); }\nthrow f',
    ['threw 3:1'],
  ],
  [
    'throwing what pretends to be ours',
    'throw Object.assign(new Error("x"), { message: "interrupted" })',
    ['threw 1:25'],
  ],
  ['a forged stack', 'throw Object.assign(new Error(), { stack: "    at x (users/bob/dev.ts:1:1)" })', ['threw 1:1']],
  ['throwing later', 'await 1\nthrow new Error("late")', ['threw 2:11']],
  ['a promise that fails unseen', `${honestDisk}Promise.reject(new Error())`, ['PersistentVolumeClaim/alice-a']],
  ['throwing in an imported file', { 'dev.ts': "import './b'", 'b.ts': '\nthrow new Error()' }, ['threw b.ts:2:11']],
]

function species(body: string): string {
  return `class A extends Array { static get [Symbol.species]() { ${body} } }\nnew A(1, 2).map((x) => x)`
}

function nested(use: string): string {
  return `let a = []\nfor (let i = 0; i < 1e5; i++) a = [a]\n${use}`
}
