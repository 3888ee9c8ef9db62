import type { Finding } from '../../scripts/model/finding.ts'
import type { Report } from '../../scripts/model/report.ts'
import type { ReportOptions } from '../../scripts/report/formatter.ts'
import type { Sentence } from '../../scripts/report/sentences/sentence.ts'
import { tell } from '../../scripts/report/telling.ts'
import data from './_findings.json' with { type: 'json' }

const sentences: Readonly<Record<string, Sentence>> = data.sentences
const sources: Readonly<Record<string, readonly string[]>> = data.sources

export const fixtureReport = data.report as unknown as Report
export const fixtureTelling = tell(fixtureReport, ({ code }: Finding) => sentences[code] ?? { what: code, fix: code })
export const fixtureOptions: ReportOptions = { color: false, width: 80, sources: (file) => sources[file]?.join('\n') }
