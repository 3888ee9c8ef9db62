import type { NotData, ValueCodes } from '../../model/codes/evaluate.ts'
import { asCode } from './as-code.ts'
import type { Sentences } from './sentence.ts'

const notData: Readonly<Record<NotData, readonly [what: string, fix: string]>> = {
  function: ['a function', 'Call it, or leave it out.'],
  symbol: ['a symbol', 'Write a text.'],
  bigint: ['a `BigInt`', 'Write a number without `n`.'],
  NaN: ['`NaN`, which is no number', 'Look at how it is computed, or write the number itself.'],
  Infinity: ['`Infinity`', 'Write a number.'],
  '-Infinity': ['`-Infinity`', 'Write a number.'],
  '-0': ['`-0`', 'Write `0`.'],
  undefined: ['`undefined` in a list', 'Leave the element out.'],
  getter: ['a property that is computed when it is read', 'Write the value itself.'],
  hidden: ['a property that is hidden from listing', 'Write it as a plain property.'],
  'symbol-key': ['a property whose name is a symbol', 'Write a text as its name.'],
  'proto-key': ['a property called `__proto__`', 'Give it another name.'],
  'list-property': ['a list with properties of its own', 'Write an object, or a plain list.'],
}

export const valueSentences = {
  'value-not-data': ({ got, at }) => ({
    what: `${valueAt(at)} cannot be written down: it is ${notData[got][0]}.`,
    fix: notData[got][1],
  }),
  'value-instance': ({ class: name, at }) => ({
    what: `${valueAt(at)} cannot be written down: it is an object of the class ${asCode(name)}.`,
    fix: 'Write a plain object, list, text or number.',
  }),
  'value-cyclic': ({ at }) => ({ what: `${valueAt(at)} contains itself.`, fix: 'Write a copy that does not.' }),
  'value-too-deep': ({ limit, at }) => ({
    what: `${valueAt(at)} stands more than ${limit} values deep.`,
    fix: 'Write it flatter: no object of Kubernetes is as deep.',
  }),
  'list-hole': ({ at }) => ({
    what: `${valueAt(at)} is a list with holes.`,
    fix: 'Write each element, without empty places between commas.',
  }),
  'text-broken': ({ at }) => ({
    what: `${valueAt(at)} holds half of a character, which cannot be written down.`,
    fix: 'Write the whole character; do not cut texts with emoji in the middle.',
  }),
} satisfies Sentences<ValueCodes>

function valueAt(at: string | undefined): string {
  return at === undefined ? 'This' : asCode(at)
}
