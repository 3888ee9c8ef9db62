import type { SettingFinding } from '../../model/settings.ts'
import { settingWords, type Seen } from '../sentences/settings.ts'
import { tamed } from '../tamed.ts'

/** A setting in words. */
export interface ToldSetting {
  readonly title: string
  readonly of: string
  readonly what: string
  /** Where there is something to do. */
  readonly fix?: string
  /** Where to do it. */
  readonly page?: string
}

/** `home`: `https://github.com/uci/lab`. */
export function toldSetting(finding: SettingFinding, home: string): ToldSetting {
  const words = settingWords[finding.id]
  const seen = seenIn(finding)
  const about = { title: words.title, of: finding.of ?? '' }
  const page = words.page(seen)
  const todo = { fix: words.fix(seen), page: page.startsWith('https:') ? page : `${home}/${page}` }
  if (finding.is === 'right') return { ...about, what: words.right }
  if (finding.is === 'wrong') return { ...about, what: words.wrong(seen), ...todo }
  if (finding.is === 'by-eye') return { ...about, what: 'GitHub’s API does not tell them.', ...todo }
  if (finding.is === 'not-in-plan')
    return { ...about, what: 'cannot be protected so: GitHub wants a paid plan for that.' }
  return { ...about, what: `GitHub tells this token nothing about it (${finding.status}).` }
}

function seenIn(finding: SettingFinding): Seen {
  const of = tamed(finding.of ?? '') as string
  if (finding.is !== 'wrong') return { extra: [], missing: [], of }
  const [found, wanted] = [finding.found, finding.wanted].map((words) => new Set(tamed(words) as readonly string[]))
  return {
    extra: [...(found ?? [])].filter((word) => !wanted?.has(word)),
    missing: [...(wanted ?? [])].filter((word) => !found?.has(word)),
    of,
  }
}
