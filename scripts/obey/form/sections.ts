import { formLabels, type FormField } from '../../model/form.ts'

const fieldOf: ReadonlyMap<string, FormField> = new Map(
  (Object.keys(formLabels) as FormField[]).map((field) => [`### ${formLabels[field]}`, field]),
)

/** What GitHub writes where nothing was answered. */
const unanswered = '_No response_'

export interface Sections {
  /** Empty where nothing was answered; absent where the heading is. */
  readonly answers: ReadonlyMap<FormField, string>
  /** Headings that stand there twice: nobody can say which answer counts. */
  readonly twice: readonly FormField[]
}

/** The answers under the form's headings. Any other heading is part of the answer that it stands in. */
export function sectionsOf(body: string): Sections {
  const found: { readonly field: FormField; readonly lines: string[] }[] = []
  for (const line of body.split(/\r\n|\n|\r/)) {
    const field = fieldOf.get(line.trimEnd())
    if (field === undefined) found.at(-1)?.lines.push(line)
    else found.push({ field, lines: [] })
  }
  const fields = found.map(({ field }) => field)
  return {
    answers: new Map(found.map(({ field, lines }) => [field, answerIn(lines)])),
    twice: [...new Set(fields.filter((field, index) => fields.indexOf(field) !== index))],
  }
}

/** Without the empty lines that GitHub puts around it. */
function answerIn(lines: readonly string[]): string {
  const text = lines.join('\n').trim()
  return text === unanswered ? '' : text
}
