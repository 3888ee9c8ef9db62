import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { kindOf, type Manifest } from '../../scripts/model/manifest.ts'
import { readManifests } from '../../scripts/read/index.ts'
import { type Kind, kinds, versions } from './manifests/make-manifest.ts'
import type { Judges } from './measure.ts'
import { disagreementText, tableText } from './report.ts'
import { compare, type Comparison } from './verdict/compare.ts'

/** Asks both about every document of ours in the YAML and JSON files below a folder, and prints the counts. Exit codes as of `manifestAgreement`. */
export async function fileAgreement(folder: string, judges: Judges, say: (text: string) => void): Promise<0 | 1 | 2> {
  const files = globSync(['**/*.yaml', '**/*.yml', '**/*.json'], { cwd: folder }).toSorted()
  const read = files.map((file) => ({ file, ...readManifests(readFileSync(join(folder, file), 'utf8'), file) }))
  const documents = read.flatMap(({ file, documents: all }) => all.map(({ manifest }) => ({ file, manifest })))
  const ours = documents.filter(({ manifest }) => isOurs(manifest))
  const compared: ((typeof ours)[number] & { readonly comparison: Comparison })[] = []
  for (const one of ours) compared.push({ ...one, comparison: await ask(one.manifest, judges) })
  for (const { file, comparison } of compared.filter(isToldOf))
    say(`${file}\n${disagreementText(comparison, comparison.manifest)}`)
  const comparisons = compared.map(({ comparison }) => comparison)
  const unread = read.filter(({ findings }) => findings.some(({ severity }) => severity === 'error')).length
  say(tableText(comparisons))
  say(
    `files: ${files.length}, not whole as kubectl reads them: ${unread}; documents: ${documents.length}, of kinds that are not ours: ${documents.length - ours.length}`,
  )
  if (comparisons.length === 0 || comparisons.some(({ agreement }) => agreement === 'unknown')) return 1
  return comparisons.some(isWrong) ? 2 : 0
}

function isOurs(manifest: Manifest): boolean {
  const kind = kinds.find((one) => one === kindOf(manifest))
  return kind !== undefined && manifest['apiVersion'] === versions[kind]
}

async function ask(manifest: Manifest, { ours, dryRun, forReal }: Judges): Promise<Comparison> {
  const kind = kindOf(manifest) as Kind
  const asked = { kind, changes: [], manifest }
  const dry = compare({ ...asked, verdict: await dryRun(manifest, kind) }, ours)
  return dry.agreement === 'wrongly refused' ? compare({ ...asked, verdict: await forReal(manifest, kind) }, ours) : dry
}

function isWrong({ agreement }: Comparison): boolean {
  return agreement === 'wrongly accepted' || agreement === 'wrongly refused'
}

function isToldOf({ comparison }: { readonly comparison: Comparison }): boolean {
  return isWrong(comparison) || comparison.agreement === 'unknown' || comparison.place === 'differs'
}
