import { prefixOf, type Lab } from '../../model/lab.ts'

/** Whether an object of this name may be the member's: it begins with their prefix. */
export function isEntitled(lab: Lab, login: string, name: string): boolean {
  return name.startsWith(`${prefixOf(lab, login)}-`)
}
