import { describe, expect, test } from 'vitest'
import { workplace } from './lab.ts'

const session = (hours: number): string =>
  `import { session } from '#lab'\nexport default session('dev', { image: 'python', hours: ${hours} as 6 })\n`
const members = { 'users/bob/dev.ts': session(6), 'users/carol/dev.ts': session(7) }

describe('lab check', () => {
  test.each<[string, string, readonly string[], number, RegExp]>([
    ['everybody', '.', [], 2, /^users\/carol\/dev\.ts[^]*in 2 requests/],
    ['one member', '.', ['users/bob'], 0, /1 request, 1 object: everything fits/],
    ['the folder of all', '.', ['users/'], 2, /^bob .*\ncarol .*\nthe lab [^]*in 2 requests/m],
    ['from a member’s folder', 'users/bob', ['dev.ts'], 0, /1 request, 1 object/],
    ['everybody, from there', 'users/bob', [], 2, /in 2 requests/],
    ['a folder by its whole name', '.', ['--users', 'users', 'users/carol/dev.ts'], 2, /in 1 request,/],
  ])('%s', (_, folder, args, status, said) => {
    const ran = workplace(members).labIn(folder, ['check', '--no-types', ...args])
    expect(ran).toMatchObject({ status, stderr: '', stdout: expect.stringMatching(said) })
  })

  test.each([
    ['a path that names nothing', ['users/nobody'], '`users/nobody` names no request'],
    ['a path outside', ['../elsewhere'], '`../elsewhere` names no request'],
    ['a file for the folder of members', ['--users', 'users/bob/dev.ts'], '`users/bob/dev.ts` is no folder of members'],
  ])('%s is told as it was written', (_, args, said) => {
    const ran = workplace(members).lab(['check', '--no-types', ...args])
    expect(ran).toEqual({ status: 2, stdout: '', stderr: `lab: ${said}.\n` })
  })
})
