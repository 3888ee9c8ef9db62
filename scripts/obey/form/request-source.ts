import type { FormAnswers, FormDisk, FormRun } from '../../model/form.ts'
import { diskSuffix } from './read-fields.ts'

/**
 * The file that a careful member would have written for these answers. Threat: a command is a stranger's text in a program of ours; each
 * text is one literal, and nothing else of the answers becomes source.
 */
export function requestSource(answers: FormAnswers): string {
  if (answers.purpose === 'disk') {
    const { name, size } = answers
    return `${importing(['volume'])}\nexport const data = volume(${literal(name)}, ${literal(size)})\n`
  }
  return [...imports(answers), '', ...newDisk(answers), ...runOf(answers), ''].join('\n')
}

function imports({ purpose, disk }: FormRun): readonly string[] {
  const isNew = disk !== undefined && 'size' in disk
  const fromDisk = disk !== undefined && 'from' in disk ? [`import { data } from ${literal(`./${disk.from}.ts`)}`] : []
  return [importing(isNew ? [purpose, 'volume'] : [purpose]).trimEnd(), ...fromDisk]
}

function importing(names: readonly string[]): string {
  return `import { ${names.toSorted().join(', ')} } from '#lab'\n`
}

function newDisk({ name, disk }: FormRun): readonly string[] {
  if (disk === undefined || 'from' in disk) return []
  return [`export const data = volume(${literal(name + diskSuffix)}, ${literal(disk.size)})`]
}

function runOf(answers: FormRun): readonly string[] {
  const { purpose, name, gpu, image, hours, disk, code, command } = answers
  const options: readonly (readonly [string, string | undefined])[] = [
    ['gpu', gpu && literal(gpu)],
    ['image', literal(image)],
    ['hours', `${hours}`],
    ['mounts', mountsOf(disk)],
    ['code', code && `{ repo: ${literal(code.repo)}, ref: ${literal(code.ref)} }`],
    ['command', command && literal(command)],
  ]
  const lines = options.flatMap(([option, value]) => (value ? [`  ${option}: ${value},`] : []))
  return [`export default ${purpose}(${literal(name)}, {`, ...lines, '})']
}

function mountsOf(disk: FormDisk | undefined): string | undefined {
  return disk && `{ '/data': data }`
}

/** What is not seen, or moves what stands beside it in a diff. */
const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gv

/** A text as a literal: in our own quotes where nothing in it needs care, else as JSON, which is JavaScript too. */
function literal(text: string): string {
  if (/^[\w ./:@+=,-]*$/.test(text)) return `'${text}'`
  return JSON.stringify(text).replace(unseen, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`)
}
