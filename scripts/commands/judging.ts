import type { Format } from '../model/report.ts'
import { UnusableHouse } from '../pipeline/house-at.ts'
import type { ExitCode } from './exit-code.ts'
import { houseSource } from './house-source.ts'

/** Work that needs a lab to judge by: where `lab.config.ts` cannot be used, the report says why and nothing else is judged. */
export async function judging(format: Format, work: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof UnusableHouse)) throw error
    const report = { unit: 'file', judged: [], findings: error.findings } as const
    const [{ print }, { verdict }] = await Promise.all([import('./print.ts'), import('./verdict.ts')])
    print(report, format, houseSource)
    return verdict(report)
  }
}
