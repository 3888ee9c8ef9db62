import { itemsAt, textAt } from '../model/at.ts'
import { isObject, type Json, type JsonObject } from '../model/json.ts'
import type { Here } from './setting.ts'

/** Where the rules that hold for main are told, whoever made them: anybody who can read the repository may ask. */
export function rulesPath({ path }: Pick<Here, 'path'>): string {
  return `${path}/rules/branches/main?per_page=100`
}

/** The older way to protect a branch; only an admin's token is told. */
export function protectionPath({ path }: Here): string {
  return `${path}/branches/main/protection`
}

export function rulesOf(body: Json, type: string): readonly JsonObject[] {
  return itemsIn(body).filter((rule) => textAt(rule, 'type') === type)
}

export function rulesetsIn(body: Json): readonly number[] {
  const ids = itemsIn(body).map(({ ruleset_id: id }) => id)
  return [...new Set(ids.filter((id): id is number => typeof id === 'number'))]
}

function itemsIn(body: Json): readonly JsonObject[] {
  return itemsAt({ body }, 'body').filter(isObject)
}
