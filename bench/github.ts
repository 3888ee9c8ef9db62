/** GitHub over a bare repository, in a process of its own: `node github.ts <repository> <login> …`, an open pull request by each. SIGUSR2: nothing was said yet. */
import { startDouble } from '../tests/github/start-double.ts'

const [repository = '', ...logins] = process.argv.slice(2)
const double = await startDouble({ repository, owner: 'uci', name: 'lab' })
double.hand.person('m00001', 999, 'write')
for (const [index, by] of logins.entries()) {
  double.hand.person(by, 1000 + index, 'write')
  double.hand.pull({ by, branch: 'patch-1', fork: `${by}/lab`, number: index + 1 })
}
process.on('SIGUSR2', () => {
  const { state } = double
  state.comments.clear()
  state.checks.clear()
  for (const issue of state.issues.values()) issue.labels = []
})
// Whoever started it holds the other end.
process.stdin.resume().once('end', () => process.exit())
const permissions = { checks: 'write', contents: 'read', issues: 'write', 'pull-requests': 'write' }
process.stdout.write(`${JSON.stringify({ url: double.url, token: double.tokenFor({ job: permissions }) })}\n`)
