import type { Case } from '../case.ts'

const disk = "import { volume } from '#lab'\nexport default volume('a', '1Gi')\n"
const claim = 'PersistentVolumeClaim/alice-a'

/** Attempts to change what everybody stands on, or to fake what a template says. */
export const tampering: readonly Case[] = [
  ['a polluted prototype', '\nObject.prototype.x = 1', ['threw 2:1']],
  ['one through a literal', '\n;({}).__proto__.x = 1', ['threw 2:7']],
  ['one through assign', '\nObject.assign(Object.prototype, { x: 1 })', ['threw 2:1']],
  ['one through defineProperty', '\nObject.defineProperty(Array.prototype, 0, { get() {} })', ['threw 2:1']],
  ['another prototype', '\nObject.setPrototypeOf(Object.prototype, {})', ['threw 2:1']],
  ['toJSON for everything', '\nObject.prototype.toJSON = () => ({})', ['threw 2:1']],
  ['another JSON.stringify', '\nJSON.stringify = () => "{}"', ['threw 2:1']],
  ['another JSON', '\nglobalThis.JSON = {}', ['threw 2:1']],
  ['other methods of lists', '\nArray.prototype.map = () => []', ['threw 2:1']],
  ['another iterator of lists', '\nArray.prototype[Symbol.iterator] = null', ['threw 2:16']],
  ['another iterator in the making', '\nObject.getPrototypeOf([][Symbol.iterator]()).next = null', ['threw 2:45']],
  ['another then', '\nPromise.prototype.then = null', ['threw 2:1']],
  ['another Reflect', '\nReflect.ownKeys = () => []', ['threw 2:1']],
  ['another Map', '\nMap.prototype.get = () => 0', ['threw 2:1']],
  ['another exec', '\nRegExp.prototype.exec = () => null', ['threw 2:1']],
  ['another Symbol.for', '\nSymbol.for = () => Symbol()', ['threw 2:1']],
  ['a global of their own', '\nglobalThis.x = 1', ['threw 2:1']],
  ['prepareStackTrace', '\nError.prepareStackTrace = () => ""', ['threw 2:1']],
  ['stackTraceLimit', '\nError.stackTraceLimit = 0', ['threw 2:1']],
  ['deleting a global', '\ndelete globalThis.Object', ['threw 2:8']],
  [
    'all of these, caught',
    `${disk}try { Object.prototype.toJSON = () => 1 } catch {}\ntry { JSON.stringify = 1 } catch {}`,
    [claim],
  ],

  ["a template's function", "import { volume } from '#lab'\nvolume.call = null", ['threw 2:1']],
  ["a template's name", "import * as lab from '#lab'\nlab.volume = null", ['threw 2:1']],
  ["a template's calls", tampered("call.faults.push({ code: 'option-unknown', args: {}, path: [] })"), ['threw 4:1']],
  [
    'a fault that is none',
    tampered("call.faults.push({ code: 'threw', args: { message: 'x' }, path: [] })"),
    ['threw 4:1'],
  ],
  ['a fault that loops', tampered('call.faults.push({ get code() { for (;;); } })'), ['threw 4:1']],
  [
    'a call that is not data',
    tampered('for (const key of Object.keys(call)) call[key] = { get a() { for (;;); } }'),
    ['threw 4:42'],
  ],
  ['a call from elsewhere', tampered("call.stack = '    at x (users/bob/dev.ts:1:1)'"), ['threw 4:1']],
  ['a call beyond the text', tampered("call.stack = '    at x (users/alice/dev.ts:99999999:1)'"), ['threw 4:1']],
  ['faults taken away', tampered('call.faults.length = 0'), ['threw 4:1']],
  ['an origin of their own', origin("{ template: 'session', stack: '', faults: [] }"), ['Pod/a']],
  ['an origin that loops', origin('{ get template() { for (;;); } }'), ['Pod/a']],
  [
    'an origin that is computed',
    "export default { apiVersion: 'v1', kind: 'Pod', get [Symbol.for('lab.origin')]() { for (;;); } }",
    ['Pod/?'],
  ],
]

function tampered(deed: string): string {
  return `import { volume } from '#lab'
const disk = volume('a', '1Gi')
const call = disk[Symbol.for('lab.origin')]
${deed}
export default disk`
}

function origin(value: string): string {
  return `export default { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, [Symbol.for('lab.origin')]: ${value} }`
}
