import { at, textAt } from '../model/at.ts'
import type { Answer, ReadSetting, SettingFinding, SettingsInput } from '../model/settings.ts'
import { bodyOf, untold } from './judgements.ts'
import { rulesetsIn, rulesPath } from './rules.ts'
import type { Here, Look, Setting } from './setting.ts'
import { settings } from './settings.ts'

/**
 * Every setting that the lab's level wants, judged; each is told, also where it is right. Nothing is changed, and no address is read
 * twice. Rejects with `ForgeOut` where GitHub gives no answer.
 */
export async function settingsFindings(input: SettingsInput): Promise<readonly SettingFinding[]> {
  const read = once(input.read)
  const repository = await read(`/repos/${input.repository}`)
  if (repository.status !== 200) return [{ id: 'repository', ...untold(repository) }]
  const here = await hereFrom(input, repository, read)
  const found = await Promise.all(wantedBy(input).map((setting) => findingsOf(setting, here, read)))
  return found.flat()
}

function wantedBy({ lab, only }: SettingsInput): readonly Setting[] {
  return settings.filter(
    ({ from, audited }) => (from === 'simple' || lab.review.level === 'computed') && (only === undefined || audited),
  )
}

async function hereFrom({ lab, repository }: SettingsInput, answer: Answer, read: ReadSetting): Promise<Here> {
  const path = `/repos/${repository}`
  const about = bodyOf(answer)
  return {
    lab,
    path,
    isPrivate: at(about, 'private') !== false,
    isOrganization: textAt(about, 'owner', 'type') === 'Organization',
    rulesets: rulesetsIn(bodyOf(await read(rulesPath({ path })))),
  }
}

function findingsOf({ id, looks }: Setting, here: Here, read: ReadSetting): Promise<readonly SettingFinding[]> {
  return Promise.all(looks(here).map(async (look) => ({ id, ...ofIn(look), ...(await judged(look, read)) })))
}

async function judged({ paths, judge }: Look, read: ReadSetting) {
  return judge(...(await Promise.all(paths.map(read))))
}

function ofIn({ of }: Look): { readonly of?: string } {
  return of === undefined ? {} : { of }
}

function once(read: ReadSetting): ReadSetting {
  const asked = new Map<string, Promise<Answer>>()
  return (path) => {
    const answer = asked.get(path) ?? read(path)
    asked.set(path, answer)
    return answer
  }
}
