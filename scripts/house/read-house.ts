import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { dayIn } from '../model/day.ts'
import type { Fault, Finding } from '../model/finding.ts'
import type { House } from '../model/request.ts'
import { findingOf, type PlaceOf } from './finding-of.ts'
import { judgeLab } from './judge-lab.ts'
import { loadConfig } from './load-config.ts'
import { readGrants } from './read-grants.ts'
import { UnusableHouse } from './unusable-house.ts'

/** The schemas of the house's own files, each of which gives what it refuses, and where in a file that stands. */
export interface HouseChecks {
  readonly lab: (value: unknown) => readonly Fault[]
  readonly grant: (value: unknown) => readonly Fault[]
  readonly placeOf: PlaceOf
}

export interface HouseOptions {
  /** The file that holds the lab; a fixture brings its own. */
  readonly config?: string
  readonly now?: Date
}

export interface ReadHouse {
  readonly house: House
  readonly findings: readonly Finding[]
}

/**
 * All that the admins own, from the checkout at `root`, which is trusted: the lab, its grants, and the texts of its templates.
 * Throws `UnusableHouse` where there is no lab to judge by. A grant with a fault counts as none.
 */
export async function readHouse(root: string, check: HouseChecks, options: HouseOptions = {}): Promise<ReadHouse> {
  const { config = join(root, 'lab.config.ts'), now = new Date() } = options
  const { lab, faults } = await loadConfig(config, check.lab)
  const { placeOf } = check
  const source = { file: relative(root, config), text: await readFile(config, 'utf8').catch(() => '') }
  if (lab === undefined) throw new UnusableHouse(faults.map((fault) => findingOf(fault, source, placeOf)))
  const [{ grants, findings: aboutGrants }, templates] = await Promise.all([
    readGrants(join(root, 'grants'), { check: check.grant, lab, today: dayIn(lab.timeZone, now) }, placeOf),
    readTemplates(join(root, 'templates')),
  ])
  const aboutLab = judgeLab(lab).map((fault) => findingOf(fault, source, placeOf))
  return { house: { lab, grants, templates }, findings: [...aboutLab, ...aboutGrants] }
}

/** By file name, in its order; without tests and without what only the editor reads. */
async function readTemplates(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).filter((name) => /^[a-z-]+\.ts$/.test(name)).sort()
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return new Map(names.map((name, index) => [name, texts[index] ?? '']))
}
