import { fault, type Fault } from '../../../model/finding.ts'
import type { Path } from '../../../model/json.ts'
import { labLaw } from '../readings/law.ts'
import { labPrefix, marksOf, type Mark } from '../readings/marks.ts'
import type { Rule } from '../rule.ts'

/** Which of the lab's annotations an object of each kind may carry. Apply writes more of them itself: nobody may forge those. */
const known: Readonly<Record<string, readonly string[]>> = {
  Pod: ['lab/request', 'lab/run'],
  Job: ['lab/request', 'lab/run'],
  PersistentVolumeClaim: ['lab/request', 'lab/run', 'lab/readers', 'lab/writers', 'lab/incarnation'],
  Deployment: ['lab/request', 'lab/run', 'lab/until'],
}
const always = ['lab/request', 'lab/run', 'lab/until']
const own = ['metadata', 'annotations']

/** Objects name the file that asks for them, and runs their number. Source: requests.md, "Names, labels, owner". */
export const ownAnnotations: Rule = ({ manifest, kind, pod }, { request }) => {
  const marks = marksOf(manifest['metadata'], 'annotations', labPrefix)
  const isRun = kind === 'Pod' || kind === 'Job'
  return [
    ...missingFaults(marks, isRun ? { 'lab/request': request.file, 'lab/run': '1' } : { 'lab/request': request.file }),
    ...marks.flatMap((mark) => valueFaults(mark, request.file)),
    ...marks
      .filter(({ key }) => !(known[kind] ?? always).includes(key))
      .map(({ key }) => fault('mark-reserved', { annotation: key }, [...own, key], { law: labLaw })),
    ...(pod === undefined || pod.path.length === 0
      ? []
      : templateFaults(pod.metadata, [...pod.path, 'metadata', 'annotations'])),
  ]
}

function missingFaults(marks: readonly Mark[], needed: Readonly<Record<string, string>>): readonly Fault[] {
  const missing = Object.entries(needed).filter(([annotation]) => !marks.some(({ key }) => key === annotation))
  if (missing.length === 0) return []
  const args = { expected: Object.fromEntries(missing) }
  return [fault('marks-missing', args, own, { law: labLaw })]
}

function valueFaults({ key, value }: Mark, file: string): readonly Fault[] {
  if (key === 'lab/request' && value !== file) {
    return [fault('mark-foreign', { annotation: key, value, expected: file }, [...own, key], { law: labLaw })]
  }
  const isCount = key === 'lab/run' || key === 'lab/incarnation'
  if (!isCount || /^[1-9]\d{0,8}$/.test(value)) return []
  return [fault('run-number', { annotation: key, value }, [...own, key], { law: labLaw })]
}

function templateFaults(metadata: unknown, path: Path): readonly Fault[] {
  return marksOf(metadata, 'annotations', labPrefix).map(({ key }) =>
    fault('mark-in-template', { annotation: key }, [...path, key], { law: labLaw }),
  )
}
