import { describe, expect, test } from 'vitest'
import { workplace } from './lab.ts'

const session = (hours: number): string =>
  `import { session } from '#lab'\nexport default session('dev', { image: 'python', hours: ${hours} as 6 })\n`

function repository(files: Readonly<Record<string, string>>) {
  const place = workplace(files)
  place.git('init', '-q', '-b', 'main')
  place.git('add', '-A')
  place.git('commit', '-qm', 'base')
  return place
}

describe('lab check --base', () => {
  test('what stood at the base is left out, what is new is told, and only that counts', () => {
    const place = repository({ 'users/bob/old.ts': session(12), 'users/carol/dev.ts': session(6) })
    const same = place.lab(['check', '--base', 'main'])
    expect(same).toMatchObject({
      status: 0,
      stderr: 'Against main: 0 new, 1 old and left out, 0 mended.\n',
    })
    place.write({ 'users/carol/dev.ts': session(7) })
    const worse = place.lab(['check', '--base', 'main'])
    expect(worse.status).toBe(2)
    expect(worse.stdout).toContain('users/carol/dev.ts')
    expect(worse.stdout).not.toContain('users/bob/old.ts')
  })

  test('a file beside an old one is judged, and nothing of the old one is lost', () => {
    const place = repository({ 'users/bob/old.ts': session(12) })
    place.write({ 'users/bob/new.ts': session(6).replace("'dev'", "'new'") })
    expect(place.lab(['check', '--base', 'main'])).toMatchObject({
      status: 0,
      stderr: 'Against main: 0 new, 1 old and left out, 0 mended.\n',
    })
  })

  test('a mended fault is counted', () => {
    const place = repository({ 'users/bob/old.ts': session(12) })
    place.write({ 'users/bob/old.ts': session(6) })
    expect(place.lab(['check', '--base', 'main'])).toMatchObject({
      status: 0,
      stderr: 'Against main: 0 new, 0 old and left out, 1 mended.\n',
    })
  })

  test('a line that only moved is no news', () => {
    const place = repository({ 'users/bob/old.ts': session(12) })
    place.write({ 'users/bob/old.ts': `// a comment\n${session(12)}` })
    expect(place.lab(['check', '--base', 'main']).status).toBe(0)
  })

  test('a link in the base is not followed, and a pull request against it is judged all the same', () => {
    const place = repository({ 'users/bob/dev.ts': session(6), 'secret.ts': 'export const secret = 1\n' })
    place.git('rm', '-q', '--cached', 'users/bob/dev.ts')
    const blob = place.git('hash-object', '-w', '--stdin').stdout.trim()
    place.git('update-index', '--add', '--cacheinfo', `120000,${blob},users/bob/dev.ts`)
    place.git('commit', '-qm', 'a link')
    expect(place.lab(['check', '--base', 'main'])).toMatchObject({ status: 0 })
  })
})
