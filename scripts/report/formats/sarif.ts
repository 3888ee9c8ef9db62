import { hash } from 'node:crypto'
import type { Finding, Severity } from '../../model/finding.ts'
import type { Formatter } from '../formatter.ts'
import { summary } from '../summary.ts'
import type { Lifted, Telling } from '../telling.ts'
import type { Told } from '../told.ts'
import { visible } from '../visible.ts'
import { visibleJson } from '../visible-json.ts'

const levels = { error: 'error', warning: 'warning', notice: 'note' } as const satisfies Record<Severity, string>

/** SARIF 2.1.0, as GitHub's code scanning and editors read it. A lifted finding is a suppressed result. */
export const sarif: Formatter = (telling) => {
  const all = [...telling.told, ...telling.lifted.map(({ told }) => told)]
  const firsts = [...Map.groupBy(all, ({ finding }) => finding.code).values()].flatMap((told) => told.slice(0, 1))
  const seen = new Map<string, number>()
  return visibleJson({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'lab', rules: firsts.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        invocations: [invocationOf(telling)],
        results: [
          ...telling.told.map((told) => resultOf(told, seen)),
          ...telling.lifted.map((lifted) => ({
            ...resultOf(lifted.told, seen),
            suppressions: [suppressionOf(lifted)],
          })),
        ],
      },
    ],
  })
}

function invocationOf(telling: Telling): unknown {
  if (telling.verdict === 'fits' || telling.verdict === 'refused') return { executionSuccessful: true }
  const toolExecutionNotifications = [{ level: 'error', message: { text: summary(telling) } }]
  return { executionSuccessful: false, toolExecutionNotifications }
}

function ruleOf({ finding, fix, rule }: Told): unknown {
  const words = finding.code.replaceAll('-', ' ')
  const helpUri = finding.law?.source
  return {
    id: finding.code,
    shortDescription: { text: words.charAt(0).toUpperCase() + words.slice(1) },
    help: { text: [`For example: ${fix}`, rule].filter(Boolean).join('\n') },
    ...(helpUri !== undefined && URL.canParse(helpUri) && { helpUri }),
    defaultConfiguration: { level: levels[finding.severity] },
  }
}

function resultOf({ finding, request, subject, what, fix, help, rule }: Told, seen: Map<string, number>): object {
  const logical = [request, subject].filter(Boolean).join(' ')
  return {
    ruleId: finding.code,
    level: levels[finding.severity],
    message: { text: [what, fix, ...help, rule].filter(Boolean).join('\n') },
    locations: [
      {
        physicalLocation: physicalLocation(finding),
        ...(logical !== '' && { logicalLocations: [{ fullyQualifiedName: logical }] }),
      },
    ],
    partialFingerprints: { 'lab/v1': fingerprint(finding, seen) },
  }
}

/** GitHub shows no result without a line, so a finding about a whole file stands at its first. */
function physicalLocation({ place }: Finding): unknown {
  const uri = place.file.toWellFormed().split('/').map(encodeURIComponent).join('/')
  const { line: startLine = 1, column: startColumn, endLine, endColumn } = place
  return { artifactLocation: { uri, uriBaseId: '%SRCROOT%' }, region: { startLine, startColumn, endLine, endColumn } }
}

function suppressionOf({ grant }: Lifted): unknown {
  return { kind: 'external', justification: visible(`Grant by ${grant.by} until ${grant.until}: ${grant.reason}`) }
}

/** The same finding keeps its fingerprint while lines and numbers around it change; equal ones are counted. */
function fingerprint({ code, place, request, object, path }: Finding, seen: Map<string, number>): string {
  const identity = JSON.stringify([code, place.file, request, object, path])
  const nth = (seen.get(identity) ?? 0) + 1
  seen.set(identity, nth)
  return `${hash('sha256', identity, 'hex').slice(0, 32)}:${nth}`
}
