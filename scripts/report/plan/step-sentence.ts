import { natureOf } from '../../model/object-key.ts'
import type { Operation, Step } from '../../model/plan.ts'
import { duration, extent } from './amounts.ts'
import { evidenceOf } from './evidence.ts'
import { fieldWords } from './field-words.ts'
import { moment } from './when.ts'
import type { Saying } from './view.ts'

type Say = (step: Step, saying: Saying) => string

/** What a step that is carried out means for its owner; of what is held or refused other sentences speak. */
const sentences: Readonly<Record<Exclude<Operation, 'hold' | 'refuse'>, Say>> = {
  launch: ({ wanted }) => `starts${wanted === undefined ? '' : ` (${run(wanted.run)}${extent(wanted)})`}.`,
  replace: (step, saying) => (natureOf(step.key) === 'run' ? restarts(step, saying) : remade(step)),
  stop: (step, saying) => (isLive(step) ? `ends${since(step, saying)}.` : 'is over, and is cleaned away.'),
  create: ({ key, args }) =>
    natureOf(key) === 'claim' ? `is made: ${evidenceOf(args).text('storage')}, empty.` : 'is made.',
  update: (step, saying) => `${changed(step)}${since(step, saying)}.`,
  delete: () => 'is removed.',
  release: ({ args }) => `is kept with its data (${evidenceOf(args).text('storage')}) and listed as released.`,
  retire: ({ args }) =>
    `is destroyed with its data (${evidenceOf(args).text('storage')}), as ordered for ${evidenceOf(args).text('on')}.`,
  adopt: () => 'was there before and is taken over as it is.',
  record: ({ args }) => (evidenceOf(args).has('end') ? `is over: ${evidenceOf(args).text('end')}.` : 'is noted.'),
  forget: () => 'is gone, and is forgotten.',
  keep: ({ note, before }) =>
    note === 'edited' && before !== undefined && 'run' in before
      ? `goes on as run ${before.run} was launched; the new text counts from its next run on.`
      : 'stays as it is.',
}

/** Of any step but one that is held or refused. */
export function stepSentence(step: Step, saying: Saying): string {
  const { operation } = step
  return operation === 'hold' || operation === 'refuse' ? '' : sentences[operation](step, saying)
}

/** It is running, so somebody may be at work in it. */
export function isLive({ key, args }: Step): boolean {
  return natureOf(key) === 'run' && args['live'] === true
}

function restarts(step: Step, saying: Saying): string {
  const { before, wanted } = step
  const old = before !== undefined && 'run' in before ? `run ${before.run}` : 'the old run'
  const next = wanted === undefined ? '' : `run ${wanted.run} (${extent(wanted)})`
  return isLive(step) ? `${old} ends${since(step, saying)}, and ${next} starts.` : `${next} starts after ${old}.`
}

function remade({ args }: Step): string {
  const at = evidenceOf(args)
  return at.has('field')
    ? `is removed and made anew: ${at.text('field')} cannot be changed.`
    : 'is removed and made anew.'
}

function changed({ key, args, before }: Step): string {
  const at = evidenceOf(args)
  if (natureOf(key) === 'claim') return `grows from ${at.text('from')} to ${at.text('to')}, with its data`
  const fields = at.list('fields').map(fieldWords)
  const what = fields.length === 0 ? '' : ` in ${fields.slice(0, 3).join(', ')}${fields.length > 3 ? ' and more' : ''}`
  const goesOn = before !== undefined && 'run' in before ? ` while run ${before.run} goes on` : ''
  return `changes${what}${goesOn}`
}

function since({ endsSince }: Step, { timeZone, now }: Saying): string {
  if (endsSince === undefined) return ''
  const seconds = (Date.parse(now) - Date.parse(endsSince)) / 1000
  return `; it has been running since ${moment(endsSince, timeZone)}${seconds >= 60 ? `, for ${duration(seconds)}` : ''}`
}

function run(number: number): string {
  return number === 1 ? '' : `run ${number}, `
}
