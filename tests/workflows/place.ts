import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Stage } from './open-stage.ts'
import { prepared, type Granted } from './prepared.ts'
import { workflowFrom, type Workflow } from './workflow.ts'

/** The tree that act starts in: the commit, its workflows prepared. Returns the actions that they use. */
export async function place(
  stage: Stage,
  folder: string,
  commit: string,
  granted: Granted,
): Promise<readonly string[]> {
  const tree = join(folder, 'tree')
  const inTree = ['--git-dir', join(tree, '.git')]
  const { owner, name: repository } = stage.double
  stage.git(['clone', '--quiet', '--no-checkout', '--shared', stage.repository, tree])
  stage.git([...inTree, 'update-ref', '--no-deref', 'HEAD', commit])
  stage.git([...inTree, 'remote', 'set-url', 'origin', `https://github.com/${owner}/${repository}`])
  const at = join(tree, '.github', 'workflows')
  await mkdir(at, { recursive: true })
  const names = stage.git(['ls-tree', '--name-only', `${commit}:.github/workflows`]).split('\n')
  const secrets: Record<string, string> = {}
  const uses = new Set<string>()
  for (const name of names) {
    const workflow = workflowFrom(stage.git(['show', `${commit}:.github/workflows/${name}`]))
    const { text, secrets: own } = prepared(workflow, granted)
    Object.assign(secrets, own)
    for (const used of usesIn(workflow)) uses.add(used)
    await writeFile(join(at, name), text)
  }
  await writeFile(join(folder, 'secrets.yaml'), JSON.stringify(secrets))
  return [...uses]
}

function usesIn({ jobs }: Workflow): readonly string[] {
  return Object.values(jobs).flatMap(({ steps = [] }) => steps.flatMap(({ uses }) => uses ?? []))
}
