import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { workplace } from './lab.ts'

const good = `import { session } from '#lab'\nexport default session('dev', { image: 'python', hours: 1 })\n`

describe('lab build', () => {
  test('writes a file for each request, and twice the same writes nothing', () => {
    const { lab, folder } = workplace({ 'users/bob/dev.ts': good })
    expect(lab(['build'])).toMatchObject({ status: 0, stderr: 'rendered: 1 written, 0 unchanged, 0 removed.\n' })
    const file = join(folder, 'rendered', 'bob', 'dev.yaml')
    const { mtimeMs } = statSync(file)
    expect(readFileSync(file, 'utf8')).toMatch(/^# Made by `lab build` from users\/bob\/dev\.ts/)
    expect(lab(['build'])).toMatchObject({ status: 0, stderr: 'rendered: 0 written, 1 unchanged, 0 removed.\n' })
    expect(statSync(file).mtimeMs).toBe(mtimeMs)
  })

  test('one wrong request, and nothing is written', () => {
    const { lab, folder } = workplace({ 'users/bob/dev.ts': good, 'users/carol/dev.ts': 'for (;;);\n' })
    const { status, stderr } = lab(['build'])
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'Nothing was written to rendered: mend the errors above first.\n',
    })
    expect(existsSync(join(folder, 'rendered'))).toBe(false)
  })

  test('from a folder below, the YAML goes where it always goes', () => {
    const { labIn, folder } = workplace({ 'users/bob/dev.ts': good })
    expect(labIn('users/bob', ['build']).status).toBe(0)
    expect(existsSync(join(folder, 'rendered', 'bob', 'dev.yaml'))).toBe(true)
  })

  test('no request is no success', () => {
    const { lab } = workplace({ 'users/tsconfig.json': '{}' })
    expect(lab(['build'])).toMatchObject({ status: 2, stdout: expect.stringContaining('Nothing was checked') })
  })

  test('a folder of members that is not there is told in one sentence', () => {
    const { lab } = workplace({})
    const { status, stderr } = lab(['build', '--users', 'nowhere'])
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'lab: `nowhere` is no folder of members.\n' })
  })

  test('the file of a request that is gone goes; what is not ours stays, and is told', () => {
    const { lab, write, folder } = workplace({
      'users/bob/dev.ts': good,
      'users/bob/old.ts': good.replace("'dev'", "'old'"),
    })
    lab(['build'])
    write({ 'rendered/bob/mine.yaml': 'kind: Mine\n' })
    rmSync(join(folder, 'users/bob/old.ts'))
    expect(lab(['build']).stderr).toBe(
      'rendered: 0 written, 1 unchanged, 1 removed.\nrendered/bob/mine.yaml is not ours and was left as it is.\n',
    )
    expect(readdirSync(join(folder, 'rendered', 'bob')).sort()).toEqual(['dev.yaml', 'mine.yaml'])
  })
})
