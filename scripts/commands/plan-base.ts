import { foldersAt } from '../history/index.ts'
import { brokenMembers } from '../pipeline/apply/broken-members.ts'
import { checkFolders, checkLab } from '../pipeline/check-lab.ts'
import { planSince } from '../pipeline/apply/plan-since.ts'
import { foreseenReport } from '../report/index.ts'
import { commitOf } from './base.ts'
import { checkInput, usersRootOf } from './check-input.ts'
import { clock } from './clock.ts'
import type { ExitCode } from './exit-code.ts'
import { git } from './git.ts'
import { OutOfReach } from './out-of-reach.ts'
import { page } from './page.ts'
import { pendingCode } from './pending-code.ts'
import type { PlanOptions } from './plan.ts'

/** `lab plan --base REF`: what the working tree changes in a lab that is as the commit has it, from Git alone. */
export async function planBase(ref: string, options: PlanOptions): Promise<ExitCode> {
  const commit = await commitOf(ref)
  const input = checkInput({ usersRoot: usersRootOf(options.users), types: false, cache: false, render: true })
  await using _ = input.workers
  const head = await checkLab(input)
  if (brokenMembers(head) === 'house')
    throw new OutOfReach('the lab’s own files have errors: `npx lab check` tells which.')
  const base = await checkFolders(await foldersAt(git, commit), head.house, input)
  const now = clock()
  const foreseen = planSince(base, head, { commit, now })
  const { lab } = head.house
  const title = `What changes in ${lab.namespace} against ${ref}`
  process.stdout.write(foreseenReport(foreseen, options.format, { ...page(), lab, now, title }))
  const locks = foreseen.live.locks.filter(({ scope }) => scope === 'member')
  return pendingCode({ locks, steps: [...foreseen.live.steps, ...foreseen.over.steps] })
}
