export { codeOwners } from './code-owners.ts'
export { settingsFindings } from './settings-findings.ts'
