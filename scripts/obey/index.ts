export {
  cancelBranchOf,
  formBranchOf,
  isBeingGiven,
  isOfComment,
  isOfIssue,
  sourceOf,
  type Source,
} from './behalf-of.ts'
export { commandIn } from './command/command-in.ts'
export { grantFile, grantText } from './command/grants-for.ts'
export { obey } from './command/obey.ts'
export { formRequest, type Formed } from './form/form-request.ts'
export { formTemplate } from './form/form-template.ts'
export { readEvent, type SeenEvent } from './read-event.ts'
