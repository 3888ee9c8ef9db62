import type { Card } from '../../model/card.ts'
import { kindIn } from '../../model/object-key.ts'
import { code } from '../code.ts'
import { foreseenViewOf } from '../plan/foreseen-view.ts'
import type { Saying, StepTold } from '../plan/view.ts'
import { prose } from '../prose.ts'
import type { Section } from './section.ts'

/** Disks and runs as an apply would treat them: a review cannot see the cluster, so what depends on it is said with an if. */
export function foreseenSections({ foreseen, author }: Card, saying: Saying): readonly Section[] {
  const { losses, persons, growth } = foreseenViewOf(foreseen, saying)
  const all = [...losses, ...persons, ...growth]
  const rows = (some: readonly StepTold[]): readonly string[] => some.map((one) => row(one, author))
  return [
    { title: 'Disks', rows: rows(all.filter(isDisk)), noun: 'disk' },
    { title: 'What ends, or starts anew', rows: rows(losses.filter((one) => !isDisk(one))), noun: 'thing' },
    { title: 'What waits, or cannot be', rows: rows(persons.filter((one) => !isDisk(one))), noun: 'thing' },
    {
      title: 'What changes, and what does not yet',
      rows: rows(growth.filter((one) => !isDisk(one) && one.sign !== '+')),
      noun: 'thing',
    },
  ]
}

function isDisk({ key }: StepTold): boolean {
  return kindIn(key) === 'PersistentVolumeClaim'
}

function row({ sign, member, thing, told }: StepTold, author: string): string {
  const whose = member === author ? code(thing) : `${code(member)} ${code(thing)}`
  const what = prose(told.what, [member, thing])
  const sentence = /^if /i.test(told.what) ? `${whose}: ${what}` : `${whose} ${what}`
  const fix = told.fix === undefined ? [] : [prose(told.fix, [member, thing])]
  // In Markdown a plus would begin a list in the list.
  return `- ${sign.replace('+', '\\+')} ${[sentence, ...fix].join(' ')}`
}
