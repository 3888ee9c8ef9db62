import type { Purpose } from '../../model/form.ts'
import type { GpuModel, Lab } from '../../model/lab.ts'

/** One choice of a list: what people read, and what it comes to. */
export interface FormOption {
  readonly text: string
  readonly value: string
}

export const purposes: readonly (FormOption & { readonly value: Purpose })[] = [
  { text: 'A session: a shell to work in, for some hours', value: 'session' },
  { text: 'A notebook: Jupyter, for some hours', value: 'notebook' },
  { text: 'A job: a command that runs to its end', value: 'job' },
  { text: 'A disk only', value: 'disk' },
]

/** What stands for no card; GitHub keeps `None` for itself. */
export const noCard = ''

/** Classes of memory first, then the models that are counted apart; what only a `preemptible` job can have is no choice here. */
export function cardOptions({ gpus }: Pick<Lab, 'gpus'>): readonly FormOption[] {
  const models = Object.entries(gpus).filter(
    ([, { old, access }]) => !old && access !== 'spare' && access !== 'reserved',
  )
  const plain = models.filter(([, { resource, access }]) => resource === undefined && access === undefined)
  const classes = [...new Set(plain.map(([, { memory }]) => memory))].toSorted((left, right) => left - right)
  return [
    { text: 'No GPU', value: noCard },
    ...classes.map((memory) => ({ text: `Any with ${memory} GB or more`, value: `${memory}GB` })),
    ...models.map(([name, model]) => ({ text: cardText(name, model), value: name })),
  ]
}

function cardText(name: string, { memory, access }: GpuModel): string {
  return `${name}, ${memory} GB${access === 'form' ? '; an admin has to agree' : ''}`
}

export function countOptions({ rules }: Pick<Lab, 'rules'>): readonly FormOption[] {
  return Array.from({ length: rules.job.gpus }, (_, index) => ({ text: `${index + 1}`, value: `${index + 1}` }))
}

export function imageOptions({ images }: Pick<Lab, 'images'>): readonly FormOption[] {
  return Object.keys(images).map((preset) => ({ text: preset, value: preset }))
}
