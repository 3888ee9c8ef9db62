import { describe, expect, test } from 'vitest'
import { formLabels, type FormField } from '../../model/form.ts'
import { disk, filled, job, lab } from './form.fixture.ts'
import { readForm } from './read-form.ts'

const own = ['imagenet', 'dev-2']

function read(body: string): unknown {
  const form = readForm(body, lab, own)
  if ('answers' in form) return form.answers
  return form.faults.map(({ code, args }) => [code, 'field' in args ? args.field : ''].join(' ').trim())
}

function heading(field: FormField): string {
  return `### ${formLabels[field]}`
}

const session = { purpose: 'session', name: 'dev', gpu: '1x24GB', hours: 6, image: 'pytorch' }

describe('a filled form is read', () => {
  test.each<[what: string, body: string, expected: unknown]>([
    ['a session', filled(), session],
    ['in the lines of Windows', filled().replaceAll('\n', '\r\n'), session],
    ['with spaces about', filled({ name: '  dev  ' }), session],
    ['no card', filled({ gpu: 'No GPU' }), { purpose: 'session', name: 'dev', hours: 6, image: 'pytorch' }],
    ['a new disk', filled({ disk: '100Gi' }), { ...session, disk: { size: '100Gi' } }],
    ['the disk of an earlier request', filled({ disk: 'imagenet' }), { ...session, disk: { from: 'imagenet' } }],
    ['code', filled({ code: 'bob/vit@v1.2' }), { ...session, code: { repo: 'bob/vit', ref: 'v1.2' } }],
    ['code of its main branch', filled({ code: 'bob/vit' }), { ...session, code: { repo: 'bob/vit', ref: 'main' } }],
    ['a disk alone', filled(disk), { purpose: 'disk', name: 'dev', size: '200Gi' }],
    [
      'a job',
      filled({ ...job, gpu: 'A100, 80 GB; an admin has to agree', count: '8' }),
      { purpose: 'job', name: 'dev', gpu: '8xA100', hours: 24, image: 'pytorch', command: 'python train.py' },
    ],
    [
      'a command of many lines, one like a heading of another form',
      filled({ ...job, command: 'set -e\n\n### train\npython "train.py" # `x`' }),
      {
        purpose: 'job',
        name: 'dev',
        gpu: '1x24GB',
        hours: 24,
        image: 'pytorch',
        command: 'set -e\n\n### train\npython "train.py" # `x`',
      },
    ],
    ['a command where none is run', filled({ command: 'rm -rf /' }), session],
    ['words above the first heading', `please!\n\n${filled()}`, session],
  ])('%s', (_, body, expected) => {
    expect(read(body)).toEqual(expected)
  })
})

describe('what cannot be right is said, all at once', () => {
  test.each<[what: string, body: string, expected: readonly string[]]>([
    ['no form', 'I want a GPU', ['form-not-whole']],
    ['nothing', '', ['form-not-whole']],
    ['a heading less', filled().replace(heading('hours'), '## Hours'), ['form-not-whole']],
    ['a heading twice', `${filled()}\n\n${heading('gpu')}\n\nNo GPU`, ['form-heading-twice gpu']],
    [
      'a heading in the command',
      filled({ ...job, command: `x\n${heading('name')}\n\nother` }),
      ['form-heading-twice name'],
    ],
    ['a purpose of one’s own', filled({ purpose: 'A service' }), ['form-option purpose']],
    ['no name', filled({ name: '' }), ['form-empty name']],
    ['a name in capitals', filled({ name: 'My_Run' }), ['form-name']],
    ['a long name', filled({ name: 'a'.repeat(26) }), ['form-name']],
    ['a name that is a path', filled({ name: '../bob/dev' }), ['form-name']],
    ['a card of one’s own', filled({ gpu: '24GB' }), ['form-option gpu']],
    ['a card that the form does not offer', filled({ gpu: 'H100, 80 GB' }), ['form-option gpu']],
    ['three cards in a session', filled({ count: '3' }), ['form-number count']],
    ['nine cards', filled({ ...job, count: '9' }), ['form-option count']],
    ['seven hours in a session', filled({ hours: '7' }), ['form-number hours']],
    ['no hours', filled({ hours: '' }), ['form-empty hours']],
    ['hours in words', filled({ hours: 'six' }), ['form-number hours']],
    ['half an hour', filled({ hours: '0.5' }), ['form-number hours']],
    ['a week and an hour', filled({ ...job, hours: '169' }), ['form-number hours']],
    ['an image of one’s own', filled({ image: 'ubuntu:24.04' }), ['form-option image']],
    ['a disk in GB', filled({ disk: '100GB' }), ['form-size']],
    ['a disk of nothing', filled({ disk: '0Gi' }), ['form-size']],
    ['a disk of no request', filled({ disk: 'imagnet' }), ['form-disk']],
    ['a disk of somebody else', filled({ disk: '../bob/data' }), ['form-disk']],
    ['a disk alone without a size', filled({ ...disk, disk: '' }), ['form-empty disk']],
    ['a disk alone by a name', filled({ ...disk, disk: 'imagenet' }), ['form-size']],
    ['code by its address', filled({ code: 'https://github.com/bob/vit' }), ['form-code']],
    ['code above its folder', filled({ code: 'bob/vit@../x' }), ['form-code']],
    ['a job without a command', filled({ ...job, command: '' }), ['form-empty command']],
    ['a command that is a script', filled({ ...job, command: 'x'.repeat(4001) }), ['form-too-long command']],
    [
      'several',
      filled({ name: 'X', hours: '9', count: '4', disk: 'big' }),
      ['form-name', 'form-number count', 'form-number hours', 'form-disk'],
    ],
    ['100 kB', 'x'.repeat(100_000) + filled(), ['form-not-whole']],
  ])('%s', (_, body, expected) => {
    expect(read(body)).toEqual(expected)
  })

  test.each<[got: string, write: string | undefined]>([
    ['My_Run', 'my-run'],
    ['--x--', 'x'],
    ['Größe', 'gr-e'],
    ['!!!', undefined],
  ])('for the name %s there is a guess', (name, write) => {
    const form = readForm(filled({ name }), lab, own)
    expect('faults' in form && form.faults[0]?.args).toEqual({ got: name, most: 25, ...(write && { write }) })
  })
})
