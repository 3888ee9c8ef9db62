import { fault, type Fault } from '../../../model/finding.ts'
import { isObject, type Json } from '../../../model/json.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** Templates offer five; twice as many were needed where bad machines ate them within minutes. Source: nautilus.md 7. */
const mostRetries = 10

/** A run that fails again and again holds its cards until its hours are over. */
export const jobRetries: Rule = ({ kind, manifest: { spec } }) => {
  if (kind !== 'Job' || !isObject(spec)) return []
  return [
    ...['backoffLimit', 'backoffLimitPerIndex'].flatMap((field): readonly Fault[] => {
      const asked = spec[field]
      if (typeof asked !== 'number' || asked <= mostRetries) return []
      return [fault('job-retries', { field, asked, limit: mostRetries }, ['spec', field], { law: labLaw, lift: asked })]
    }),
    ...failuresIgnored(spec['podFailurePolicy']),
  ]
}

/** What is ignored is not counted: harmless for a lost machine, endless for a program that fails. */
function failuresIgnored(policy: Json | undefined): readonly Fault[] {
  const rules = isObject(policy) && Array.isArray(policy['rules']) ? (policy['rules'] as readonly Json[]) : []
  return rules.flatMap((rule, index) =>
    isObject(rule) && rule['action'] === 'Ignore' && rule['onExitCodes'] !== undefined
      ? [fault('failure-ignored', {}, ['spec', 'podFailurePolicy', 'rules', index], { law: labLaw })]
      : [],
  )
}
