/** CI after `npm ci`: every step runs, also after one that failed; tests count one by one, each other step as one. */
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { $ } from 'zx/core'

interface Count {
  readonly passed: number
  readonly failed: number
}

const results = join(mkdtempSync(join(tmpdir(), 'lab-ci-')), 'tests.json')
const sh = $({ stdio: 'inherit', nothrow: true })

const counts: readonly Count[] = [
  await step('format', ['run', 'format:check']),
  await step('lint', ['run', 'lint']),
  await step('types', ['run', 'types']),
  await tests(),
  await step('build', ['run', 'build']),
  await step('workflows', ['run', 'workflows']),
]
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1

async function step(name: string, args: readonly string[]): Promise<Count> {
  process.stdout.write(`\n== ${name}\n`)
  const { exitCode } = await sh`npm ${args}`
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function tests(): Promise<Count> {
  const { failed: broken } = await step('test', [
    'test',
    '--',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${results}`,
  ])
  const { numPassedTests, numFailedTests, numPendingTests } = readResults()
  return { passed: numPassedTests, failed: Math.max(numFailedTests + numPendingTests, broken) }
}

/** A skipped test counts as failed: a check that could not run has not passed. */
function readResults(): { numPassedTests: number; numFailedTests: number; numPendingTests: number } {
  try {
    return JSON.parse(readFileSync(results, 'utf8')) as ReturnType<typeof readResults>
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 }
  }
}
