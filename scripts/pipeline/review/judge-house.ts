import type { HouseEffect } from '../../model/card.ts'
import type { House } from '../../model/request.ts'
import type { Tree } from '../../model/tree.ts'
import { noCache } from '../cache.ts'
import { checkFolders } from '../check-lab.ts'
import { compareFindings } from '../compare.ts'
import type { JudgedMain } from './judge-main.ts'
import { alteredRequests } from './news.ts'

/**
 * Main's requests by main's house and by another, whose texts nobody trusts yet: they are prepared and run in threads that can be ended.
 * Threat: what comes out is the strange house's word; whoever calls this does it where there is nothing to take. Throws where a thread was
 * ended before it judged anything.
 */
export async function judgeHouse(house: House, main: JudgedMain): Promise<HouseEffect> {
  const { setting: _, ...input } = main.input
  const checked = await checkFolders(main.tree.folders, house, { ...input, cache: noCache, isStrange: true })
  const { fresh, mended } = compareFindings(main.checked.findings, checked.findings)
  return { fresh, mended, altered: [...alteredRequests(main.checked, checked)] }
}

/** The house with the templates of a tree. */
export function withTemplates(house: House, { templates }: Tree): House {
  return { ...house, templates: new Map(templates.map(({ file, text }) => [file.slice('templates/'.length), text])) }
}
