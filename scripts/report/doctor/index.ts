export { readinessReport } from './readiness-report.ts'
export { settingsReport } from './settings-report.ts'
