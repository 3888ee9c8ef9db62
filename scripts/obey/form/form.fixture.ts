import real from '../../../lab.config.ts'
import { formLabels, type FormField } from '../../model/form.ts'
import type { Lab } from '../../model/lab.ts'

/** The lab of today, with accounts that are known. */
export const lab: Lab = { ...real, members: { alice: { id: 1001 }, bob: { id: 1002 }, newcomer: {} } }

export const alice = { login: 'alice', id: 1001 }

const usual: Readonly<Record<FormField, string>> = {
  purpose: 'A session: a shell to work in, for some hours',
  name: 'dev',
  gpu: 'Any with 24 GB or more',
  count: '1',
  hours: '6',
  image: 'pytorch',
  disk: '',
  code: '',
  command: '',
}

/** An issue as GitHub writes it: a session of six hours, but for these answers. */
export function filled(answers: Partial<Record<FormField, string>> = {}): string {
  const sections = Object.entries({ ...usual, ...answers }).map(
    ([field, answer]) => `### ${formLabels[field as FormField]}\n\n${answer === '' ? '_No response_' : answer}`,
  )
  return sections.join('\n\n')
}

export const job = { purpose: 'A job: a command that runs to its end', hours: '24', command: 'python train.py' }
export const disk = { purpose: 'A disk only', disk: '200Gi', hours: '' }
