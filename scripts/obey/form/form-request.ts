import type { Post } from '../../model/forge.ts'
import type { FormFault, FormRequest } from '../../model/form.ts'
import type { Lab } from '../../model/lab.ts'
import { nearest } from '../../model/nearest.ts'
import { formFault } from './form-fault.ts'
import { readForm } from './read-form.ts'
import { requestSource } from './request-source.ts'

export type Formed = { readonly request: FormRequest } | { readonly faults: readonly FormFault[] }

/**
 * The request that an issue asks for, in the name of its author. `own`: names of the author's files on main. What is there is never
 * written over.
 */
export function formRequest(issue: Pick<Post, 'by' | 'text'>, lab: Lab, own: readonly string[]): Formed {
  const { login } = issue.by
  const stranger = unlessMember(issue, lab)
  if (stranger !== undefined) return { faults: [stranger] }
  const read = readForm(issue.text, lab, own)
  if ('faults' in read) return read
  const { answers } = read
  const file = `users/${login}/${answers.name}.ts`
  if (own.includes(answers.name)) return { faults: [formFault('form-exists', { file })] }
  return { request: { login, answers, file, text: requestSource(answers) } }
}

function unlessMember({ by: { login, id } }: Pick<Post, 'by'>, { members }: Lab): FormFault | undefined {
  if (!Object.hasOwn(members, login)) {
    const near = nearest(login, Object.keys(members))
    return formFault('form-stranger', { login, ...(near !== undefined && { near }) })
  }
  const expected = members[login]?.id
  return expected === undefined || expected === id
    ? undefined
    : formFault('form-other-account', { login, id, expected })
}
