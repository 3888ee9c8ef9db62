import { strip } from '../../evaluate/index.ts'
import { configIn, findingOf, judgeLab } from '../../house/index.ts'
import { treeAt } from '../../history/index.ts'
import { judgeOwn } from '../../judge/schema/index.ts'
import { aimOf, literalPlace } from '../../locate/index.ts'
import type { HouseEffect } from '../../model/card.ts'
import type { Change } from '../../model/change.ts'
import type { Fault, Finding } from '../../model/finding.ts'
import type { Lab } from '../../model/lab.ts'
import { judgeHouse, withTemplates } from './judge-house.ts'
import type { JudgedMain } from './judge-main.ts'

const configFile = 'lab.config.ts'
const stripSeconds = 5

/**
 * What a change of the house would make of main's requests, shown to the admin who decides. Nothing of the change is imported: its
 * config is read as the literal that it has to be, its templates run in the sandbox. `undefined` where nobody can tell within so many
 * seconds; then main's workers may still be busy, and whoever started them ends them.
 */
export async function houseEffect(change: Change, main: JudgedMain, seconds = 60): Promise<HouseEffect | undefined> {
  const { lab, findings } = await labAt(change, main)
  if (lab === undefined) return { fresh: findings, mended: 0, altered: [] }
  const tree = await treeAt(main.git, change.tree, main.blobs)
  const effect = await within(seconds, judgeHouse({ ...withTemplates(main.house, tree), lab }, main))
  return effect && { ...effect, fresh: [...findings, ...effect.fresh] }
}

/** `undefined` where it fails or takes longer. Threat: a template can keep a thread for ever while it is prepared. */
async function within<T>(seconds: number, work: Promise<T>): Promise<T | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(resolve, seconds * 1000, undefined)
  const done = await Promise.race([work.catch(() => undefined), promise])
  clearTimeout(timer)
  return done
}

async function labAt(
  change: Change,
  { git, house }: JudgedMain,
): Promise<{ lab: Lab | undefined; findings: readonly Finding[] }> {
  if (!change.paths.some(({ path }) => path === configFile)) return { lab: house.lab, findings: [] }
  const text = (await git(['cat-file', 'blob', `${change.tree}:${configFile}`])).toString('utf8')
  const stripped = strip(text, stripSeconds)
  const code = 'code' in stripped ? stripped.code : ''
  const { lab, faults } = configIn(code, (value) => judgeOwn('lab', value))
  const placeOf = (fault: Fault) =>
    literalPlace({ file: configFile, text: code }, fault.path, aimOf(fault.code), (it) => it)
  const all = [...faults, ...(lab === undefined ? [] : judgeLab(lab))]
  return { lab, findings: all.map((fault) => findingOf(fault, { file: configFile, text }, placeOf)) }
}
