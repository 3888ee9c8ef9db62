import type { Finding } from '../model/finding.ts'
import type { House } from '../model/request.ts'
import type { Tree } from '../model/tree.ts'
import { noCache } from './cache.ts'
import { checkFolders } from './check-lab.ts'
import { compareFindings } from './compare.ts'
import type { JudgedMain } from './judge-main.ts'
import { alteredRequests } from './news.ts'

/** What another house would make of main's requests: what an admin looks at before they say yes. */
export interface HouseEffect {
  readonly fresh: readonly Finding[]
  readonly mended: number
  /** Requests whose bytes would change, `alice/dev`. */
  readonly altered: readonly string[]
}

/**
 * Main's requests by main's house and by another. Threat: the texts of a house are trusted by what prepares them, so whoever calls this
 * for a stranger's change does it where there is nothing to take, and ends it after a while.
 */
export async function judgeHouse(house: House, main: JudgedMain): Promise<HouseEffect> {
  const { setting: _, ...input } = main.input
  const checked = await checkFolders(main.tree.folders, house, { ...input, cache: noCache })
  const { fresh, mended } = compareFindings(main.checked.findings, checked.findings)
  return { fresh, mended, altered: [...alteredRequests(main.checked, checked)] }
}

/** The house with the templates of a tree. */
export function withTemplates(house: House, { templates }: Tree): House {
  return { ...house, templates: new Map(templates.map(({ file, text }) => [file.slice('templates/'.length), text])) }
}
