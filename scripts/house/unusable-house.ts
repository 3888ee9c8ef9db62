import type { Finding } from '../model/finding.ts'

/** Thrown where there is no lab to judge by: `lab.config.ts` cannot be read, or has another shape than everybody relies on. */
export class UnusableHouse extends Error {
  readonly findings: readonly Finding[]

  constructor(findings: readonly Finding[]) {
    super(
      `lab.config.ts cannot be used: ${findings.map(({ code, path }) => [code, path].filter(Boolean).join(' at ')).join(', ')}`,
    )
    this.findings = findings
  }
}
