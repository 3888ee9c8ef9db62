import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSandbox } from '../../scripts/evaluate/index.ts'
import { itemsAt, textAt, textsAt } from '../../scripts/model/at.ts'
import type { Json } from '../../scripts/model/json.ts'
import { formRequest } from '../../scripts/obey/index.ts'
import { alice, filled, job, lab } from '../../scripts/obey/form/form.fixture.ts'
import { houseAt } from '../../scripts/pipeline/house-at.ts'

const { house } = await houseAt(join(import.meta.dirname, '..', '..'))
const sandbox = await createSandbox({ lab, templates: house.templates })

/** What a form comes to: its faults, what the sandbox finds in its request, or the objects. */
function outcome(text: string) {
  const formed = formRequest({ by: alice, text }, lab, [])
  if ('faults' in formed) return { refused: formed.faults.map(({ code }) => code) }
  const { file, text: source, answers } = formed.request
  const folder = { owner: 'alice', sources: [{ name: `${answers.name}.ts`, file, text: source }] }
  const { objects, findings } = sandbox.evaluate(
    folder,
    { owner: 'alice', name: answers.name, file },
    { prefix: 'alice' },
  )
  if (findings.length > 0) return { refused: findings.map(({ code }) => code) }
  return { objects: objects.map(({ manifest }) => manifest as Json) }
}

function names(objects: readonly Json[]): readonly string[] {
  return objects.map((one) => `${textAt(one, 'kind')} ${textsAt(one, 'metadata')['name']}`)
}

function commandOf(objects: readonly Json[]): Json | undefined {
  const [container] = itemsAt(
    objects.find((one) => textAt(one, 'kind') === 'Job'),
    'spec',
    'template',
    'spec',
    'containers',
  )
  return itemsAt(container, 'command').at(-1)
}

/** Pieces of source, of Markdown and of shells, and anything at all. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "'",
        '"',
        '`',
        '\\',
        '${',
        '}',
        '*/',
        '//',
        '\n',
        '\r\n',
        '\u2028',
        '\u2029',
        '\0',
        '</script>',
        '\ud800',
      ),
      fc.constantFrom(
        "'})\nexport const x = 1 //",
        '"}); throw 1; ({"',
        '${process.env}',
        '\\u0027',
        '### Name',
        '```',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''))

test('whatever the command is, it is the command of one job and nothing else, or it is refused', () => {
  const ran: string[] = []
  fc.assert(
    fc.property(hostile, (command) => {
      const { objects } = outcome(filled({ ...job, command }))
      if (objects === undefined) return true
      ran.push(command)
      const isAlone = names(objects).join() === 'Job alice-dev'
      return isAlone && commandOf(objects) === command.replaceAll(/\r\n|\r/g, '\n').trim()
    }),
    { numRuns: 300 },
  )
  expect(ran.length).toBeGreaterThan(100)
})

test('whatever stands in any other field, only what the form offers comes through', () => {
  const fields = fc.constantFrom('purpose', 'name', 'gpu', 'count', 'hours', 'image', 'disk', 'code')
  const through = fc.property(fields, hostile, (field, answer) => {
    const { objects = [] } = outcome(filled({ [field]: answer }))
    return names(objects).every((name) =>
      /^(Pod alice-[a-z0-9-]+|PersistentVolumeClaim alice-[a-z0-9-]+-data)$/.test(name),
    )
  })
  expect(fc.check(through, { numRuns: 300 }).failed).toBe(false)
})

test.each<[what: string, text: string, expected: readonly string[]]>([
  ['a session with a disk', filled({ disk: '100Gi' }), ['PersistentVolumeClaim alice-dev-data', 'Pod alice-dev']],
  ['a notebook', filled({ purpose: 'A notebook: Jupyter, for some hours', image: 'jupyter' }), ['Pod alice-dev']],
  ['a job with code', filled({ ...job, code: 'bob/vit@v1.2' }), ['Job alice-dev']],
  ['a disk', filled({ purpose: 'A disk only', disk: '1Ti', hours: '' }), ['PersistentVolumeClaim alice-dev']],
])('%s becomes what it says', (_, text, expected) => {
  const { objects = [] } = outcome(text)
  expect(names(objects).toSorted()).toEqual(expected.toSorted())
})
