import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { workplace } from './lab.ts'

const session = (more = ''): string =>
  `import { session } from '#lab'\nexport default session('dev', { image: 'pytorch', gpu: '1x24GB', hours: 6${more} })\n`
const disk = (size: string): string => `import { volume } from '#lab'\nexport const data = volume('data', '${size}')\n`

function repository(files: Readonly<Record<string, string>>) {
  const place = workplace(files)
  place.git('init', '-q', '-b', 'main')
  place.git('add', '-A')
  place.git('commit', '-qm', 'base')
  return place
}

function schema(name: string): object {
  return JSON.parse(readFileSync(join('schemas', 'lab', `${name}.schema.json`), 'utf8')) as object
}

describe('lab plan --base', () => {
  test('nothing changed: nothing is pending', () => {
    const place = repository({ 'users/bob/dev.ts': session() })
    const { status, stdout } = place.lab(['plan', '--base', 'main'])
    expect(status).toBe(0)
    expect(stdout).toContain('1 object more: nothing to do.')
  })

  test('what a suspended member asked for before is no part of the change', () => {
    const place = repository({ 'users/example/dev.ts': session(), 'users/example/data.ts': disk('10Gi') })
    expect(place.lab(['plan', '--base', 'main']).status).toBe(0)
    place.write({ 'users/example/more.ts': session().replace("'dev'", "'more'") })
    const { status, stdout } = place.lab(['plan', '--base', 'main'])
    expect(status).toBe(3)
    expect(stdout).toContain('example  session more  is not started: its owner is suspended.')
    expect(stdout).not.toContain('session dev')
  })

  test('what may still run, what is let go, what begins, and the numbers', () => {
    const place = repository({ 'users/bob/dev.ts': session(), 'users/carol/data.ts': disk('10Gi') })
    place.git('rm', '-q', 'users/carol/data.ts')
    place.write({ 'users/bob/dev.ts': session(', run: 2'), 'users/carol/new.ts': session() })
    const { status, stdout } = place.lab(['plan', '--base', 'main'])
    const text = stdout.replaceAll(/\s+/g, ' ')
    expect(status).toBe(3)
    expect(text).toMatch(/Ends or is let go.*Begins or changes/)
    expect(text).toContain('session dev starts (run 2, 1 GPU, 6 h at most); if run 1 still runs, it ends before.')
    expect(text).toContain('disk data is kept with its data (10Gi) and listed as released.')
    expect(text).toContain('carol session dev starts (1 GPU, 6 h at most).')
    expect(text).toMatch(/carol GPUs 0 → 1 of \d+ · GPU-hours ahead 0 → 6/)
    expect(text).toMatch(/the lab GPUs 1 → 2 of \d+ · GPU-hours ahead 6 → 12/)
  })

  test('JSON keeps its contract', () => {
    const place = repository({ 'users/bob/dev.ts': session() })
    place.write({ 'users/bob/dev.ts': session(', run: 2'), 'users/carol/data.ts': disk('10Gi') })
    const { status, stdout } = place.lab(['plan', '--base', 'main', '--format', 'json'])
    const ajv = new Ajv({ strict: false }).addSchema(schema('plan'))
    const validate = ajv.compile(schema('foreseen'))
    validate(JSON.parse(stdout))
    expect(validate.errors).toBeNull()
    expect(status).toBe(3)
    expect(JSON.parse(stdout)).toMatchObject({
      certain: [{ key: 'PersistentVolumeClaim/carol-data', operation: 'create' }],
      uncertain: [{ ifLive: { operation: 'replace' }, ifOver: { operation: 'launch' } }],
    })
  })

  test('a member whose requests have errors is frozen, and that is told', () => {
    const place = repository({ 'users/bob/dev.ts': session() })
    place.write({ 'users/bob/dev.ts': session(', run: 0') })
    const { status, stdout } = place.lab(['plan', '--base', 'main'])
    expect(status).toBe(2)
    expect(stdout).toContain('bob’s requests have errors')
  })

  test.each([
    [['--base', 'nowhere'], 'Git knows no such commit here'],
    [['--base', 'main', '--context', 'lab'], '`--base` plans from Git alone'],
    [['--base', 'main', '--kubeconfig', 'file'], '`--base` plans from Git alone'],
  ])('%j is told what is wrong with it', (args, sentence) => {
    const { status, stderr } = repository({ 'users/bob/dev.ts': session() }).lab(['plan', ...args])
    expect({ status, told: stderr.includes(sentence) }).toEqual({ status: 2, told: true })
  })
})
