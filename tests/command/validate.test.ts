import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { workplace } from './lab.ts'

const pod = (rest = ''): string => `apiVersion: v1
kind: Pod
metadata:
  name: probe
spec:
  containers:
    - name: main
      image: docker.io/library/python:3.13
${rest}`

describe('lab validate', () => {
  test('a fault stands at line and column of the file', () => {
    const { lab } = workplace({ 'a.yaml': pod('      comand: [python]\n') })
    const { status, stdout } = lab(['validate', 'a.yaml'])
    expect(status).toBe(2)
    expect(stdout).toContain('a.yaml\n  ✖ 9:7  There is no field `comand` here.')
    expect(stdout).toContain('Write `command`.')
  })

  test.each([
    ['several documents, a list and JSON in a folder', ['.'], '', /3 files, 5 objects: everything fits/],
    ['a glob', ['*.yaml'], '', /2 files, 4 objects/],
    ['standard input', ['-'], pod(), /1 file, 1 object/],
  ])('%s', (_, args, input, said) => {
    const list = `apiVersion: v1\nkind: List\nitems:\n${[pod(), pod()].map((text) => `  - ${text.trim().replaceAll('\n', '\n    ')}\n`).join('')}`
    const json = JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { a: 'b' } })
    const { lab } = workplace({ 'two.yaml': `${pod()}---\n${pod()}`, 'list.yaml': list, 'one.json': json })
    const { status, stdout } = lab(['validate', ...args], input)
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(said) })
  })

  test.each([
    ['an empty file', { 'a.yaml': '' }, ['a.yaml']],
    ['comments only', { 'a.yaml': '# nothing\n---\n' }, ['a.yaml']],
    ['a folder without manifests', { 'a.txt': 'x' }, ['.']],
    ['standard input with nothing', {}, ['-']],
  ])('%s: nothing judged is no success', (_, files, args) => {
    expect(workplace(files).lab(['validate', ...args]).status).toBe(2)
  })

  test('a file that cannot be read as text says where', () => {
    const { lab, folder } = workplace({})
    writeFileSync(join(folder, 'bad.yaml'), Buffer.concat([Buffer.from('kind: '), Buffer.from([0xff])]))
    expect(lab(['validate', 'bad.yaml'])).toMatchObject({
      status: 2,
      stdout: expect.stringContaining('The file is no UTF-8 text: byte 6 cannot be read.'),
    })
  })

  test('--policy adds the lab’s own rules', () => {
    const { lab } = workplace({ 'a.yaml': pod() })
    expect(lab(['validate', 'a.yaml']).status).toBe(0)
    const { status, stdout } = lab(['validate', '--policy', 'a.yaml'])
    expect({ status, stdout }).toEqual({
      status: 2,
      stdout: expect.stringContaining('It has no end, and every run needs one.'),
    })
  })

  test('the exit code does not depend on the format', () => {
    const { lab } = workplace({ 'a.yaml': pod('      comand: [python]\n') })
    const formats = ['text', 'json', 'github', 'sarif', 'junit', 'markdown']
    expect(formats.map((format) => lab(['validate', '--format', format, 'a.yaml']).status)).toEqual([2, 2, 2, 2, 2, 2])
  })
})
