/** CI after `npm ci`: every step runs, also after one that failed; tests count one by one, each other step as one. */
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { $ } from 'zx/core'

interface Count {
  readonly passed: number
  readonly failed: number
}

const results = mkdtempSync(join(tmpdir(), 'lab-ci-'))
const sh = $({ stdio: 'inherit', nothrow: true })

const counts: readonly Count[] = [
  await step('format:check'),
  await step('lint'),
  await step('types'),
  await tests('test'),
  await tests('test:cluster'),
  await step('build'),
  await step('workflows'),
]
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1

/** Runs an npm script. */
async function step(script: string, ...args: readonly string[]): Promise<Count> {
  process.stdout.write(`\n== ${script}\n`)
  const before = performance.now()
  const { exitCode } = await sh`npm run ${script} -- ${args}`
  process.stdout.write(`== ${script}: ${((performance.now() - before) / 1000).toFixed(0)} s\n`)
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Runs an npm script that is vitest, and counts its tests. */
async function tests(script: string): Promise<Count> {
  const file = join(results, `${script.replace(':', '-')}.json`)
  const { failed: broken } = await step(script, '--reporter=default', '--reporter=json', `--outputFile=${file}`)
  const { numPassedTests, numFailedTests, numPendingTests } = readResults(file)
  return { passed: numPassedTests, failed: Math.max(numFailedTests + numPendingTests, broken) }
}

/** A skipped test counts as failed: a check that could not run has not passed. */
function readResults(file: string): { numPassedTests: number; numFailedTests: number; numPendingTests: number } {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ReturnType<typeof readResults>
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 }
  }
}
