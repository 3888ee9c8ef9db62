import { formLabels, type FormField } from '../../model/form.ts'
import type { Lab } from '../../model/lab.ts'
import { cardOptions, countOptions, imageOptions, purposes, type FormOption } from './form-options.ts'

/** `.github/ISSUE_TEMPLATE/gpu.yml`, whose choices are the lab's. Every text is written as JSON, which is YAML. */
export function formTemplate(lab: Lab): string {
  const { session, job } = lab.rules
  const cards = cardOptions(lab)
  const fields = [
    markdown(
      'The lab makes a pull request of your answers, in your name. No Git, no Kubernetes. If an answer cannot be right, a comment says so; you edit this issue, and it is read again.',
    ),
    dropdown('purpose', purposes, ''),
    input('name', 'Small letters, digits and `-`. This is how you find it again.', 'dev'),
    dropdown('gpu', cards, 'Current PyTorch runs on all of these.', usual(cards)),
    dropdown('count', countOptions(lab), `At most ${session.gpus} in a session or a notebook.`),
    input(
      'hours',
      `Then it ends: at most ${session.hours} in a session or a notebook, ${job.hours} in a job. Empty for a disk.`,
      `${session.hours}`,
      false,
    ),
    dropdown('image', imageOptions(lab), 'The software that is there when it starts.'),
    input(
      'disk',
      'What is kept, at `/data`. A size such as `100Gi` makes a new disk; the name of an earlier request of yours takes the disk that was made with it. Empty: nothing is kept.',
      '100Gi',
      false,
    ),
    input(
      'code',
      'A GitHub repository, cloned to `/code` before it starts; with `@` a branch, a tag or a commit.',
      'bob/vit@v1.2',
      false,
    ),
    textarea(
      'command',
      'What a job runs, for bash. It must end by itself. Empty for anything else.',
      'python train.py --epochs 10',
    ),
  ]
  return `${head}${fields.join('')}`
}

const head = `# Made from lab.config.ts: \`UPDATE=1 npx vitest run scripts/obey\` writes it anew.
name: "I want a GPU"
description: "A session, a notebook, a job or a disk: nothing but your browser is needed."
title: "Request: "
labels: ["request"]
body:
`

function markdown(value: string): string {
  return block('markdown', undefined, [`value: ${JSON.stringify(value)}`])
}

/** What most work fits on, where the lab has it. */
function usual(cards: readonly FormOption[]): number {
  return Math.max(
    0,
    cards.findIndex(({ value }) => value === '24GB'),
  )
}

function dropdown(field: FormField, options: readonly FormOption[], description: string, chosen = 0): string {
  const lines = options.map(({ text }) => `  - ${JSON.stringify(text)}`)
  return block('dropdown', field, [...about(field, description), 'options:', ...lines, `default: ${chosen}`], true)
}

function input(field: FormField, description: string, placeholder: string, isRequired = true): string {
  return block(
    'input',
    field,
    [...about(field, description), `placeholder: ${JSON.stringify(placeholder)}`],
    isRequired,
  )
}

function textarea(field: FormField, description: string, placeholder: string): string {
  return block('textarea', field, [...about(field, description), `placeholder: ${JSON.stringify(placeholder)}`], false)
}

function about(field: FormField, description: string): readonly string[] {
  const label = `label: ${JSON.stringify(formLabels[field])}`
  return description === '' ? [label] : [label, `description: ${JSON.stringify(description)}`]
}

function block(type: string, id: string | undefined, attributes: readonly string[], isRequired = false): string {
  const lines = [
    `  - type: ${type}`,
    ...(id === undefined ? [] : [`    id: ${id}`]),
    '    attributes:',
    ...attributes.map((line) => `      ${line}`),
    ...(isRequired ? ['    validations:', '      required: true'] : []),
  ]
  return `${lines.join('\n')}\n`
}
