import { itemsAt } from '../model/at.ts'
import { isObject, type Json, type JsonObject } from '../model/json.ts'
import { ClusterError } from './cluster-error.ts'
import type { Connection } from './connect.ts'
import { NoAnswer } from './http.ts'
import { memberRights } from './member-rights.ts'
import { type Identity, type Rule, rules } from './rights.ts'
import { messageOf } from './status.ts'

/** One verb on one resource: `patch jobs.batch`. */
export type Right = string

/**
 * The rights of an identity, or of a member, that whoever is connected does not have, before anything is written (`apply.md` 7). The
 * server's list is what RBAC says; where it warns that the list is not whole, what is not in it counts as missing. Fails as `readWorld`
 * does.
 */
export async function missingRights(connection: Connection, identity: Identity | 'member'): Promise<readonly Right[]> {
  const granted = await grantedRules(connection)
  return needed(identity === 'member' ? memberRights : rules[identity])
    .filter((right) => !granted.some((rule) => gives(rule, right)))
    .map(nameOf)
}

interface One {
  readonly group: string
  readonly resource: string
  readonly verb: string
}

function needed(all: readonly Rule[]): readonly One[] {
  return all.flatMap(({ apiGroups, resources, verbs }) =>
    apiGroups.flatMap((group) => resources.flatMap((resource) => verbs.map((verb) => ({ group, resource, verb })))),
  )
}

async function grantedRules({ exchange, namespace }: Connection): Promise<readonly Rule[]> {
  const response = await exchange({
    method: 'POST',
    path: '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews',
    body: { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectRulesReview', spec: { namespace } },
  })
  const message = messageOf(response)
  if (response.status === 401 || response.status === 403)
    throw new ClusterError('list-refused', { kind: 'right', message })
  if (response.status !== 201) throw new NoAnswer(message)
  return itemsAt(response.body, 'status', 'resourceRules').filter(isObject).filter(isWhole).map(ruleOf)
}

/** A rule for some names only is none for all. */
function isWhole({ resourceNames }: JsonObject): boolean {
  return !Array.isArray(resourceNames) || resourceNames.length === 0
}

function ruleOf({ apiGroups, resources, verbs }: JsonObject): Rule {
  return { apiGroups: strings(apiGroups), resources: strings(resources), verbs: strings(verbs) }
}

function gives({ apiGroups, resources, verbs }: Rule, { group, resource, verb }: One): boolean {
  return has(apiGroups, group) && has(resources, resource) && has(verbs, verb)
}

function has(list: readonly string[], wanted: string): boolean {
  return list.includes(wanted) || list.includes('*')
}

function nameOf({ group, resource, verb }: One): Right {
  return `${verb} ${group === '' ? resource : `${resource}.${group}`}`
}

function strings(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}
