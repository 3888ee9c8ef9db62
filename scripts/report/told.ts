import type { Finding, Law } from '../model/finding.ts'
import type { Json } from '../model/json.ts'
import type { Sentence } from './sentences/sentence.ts'
import { foreignTexts } from './tamed.ts'
import { visible } from './visible.ts'

/** A finding in words. All texts are safe to show; `finding` holds them as they came, for machines. */
export interface Told {
  readonly finding: Finding
  readonly file: string
  readonly request: string | undefined
  /** `Pod/alice-dev spec.containers[0].image`. */
  readonly subject: string | undefined
  readonly what: string
  readonly fix: string
  /** Who can lift it or help, and what an ended grant says. */
  readonly help: readonly string[]
  /** `NRP rule as of 2026-10-06 https://…`, `lab rule`; empty where no law is named. */
  readonly rule: string
  /** The foreign texts that `what`, `fix` and `help` may hold. */
  readonly foreign: readonly string[]
}

export function inWords(finding: Finding, sentence: Sentence): Told {
  const { place, request, object, path, law, args, expired } = finding
  return {
    finding,
    file: visible(place.file),
    request: request === undefined ? undefined : visible(request),
    subject: object === undefined ? undefined : visible([object, path].filter(Boolean).join(' ')),
    what: inOneLine(sentence.what),
    fix: inOneLine(sentence.fix),
    help: [...who(finding, sentence), ...ended(finding)],
    rule: law === undefined ? '' : ruleText(law),
    foreign: foreignTexts([args, expired?.by ?? null] as Json),
  }
}

function who({ lift }: Finding, sentence: Sentence): readonly string[] {
  if (sentence.who !== undefined) return [inOneLine(sentence.who)]
  return lift === undefined ? [] : ['An admin can lift this for a time, with a grant.']
}

function ended({ expired }: Finding): readonly string[] {
  if (expired === undefined) return []
  return [`A grant by ${visible(expired.by)} covered this until ${visible(expired.until)}; it has ended.`]
}

function ruleText({ by, asOf, source }: Law): string {
  const date = asOf === undefined ? '' : ` as of ${visible(asOf)}`
  return `${by} rule${date}${source === undefined ? '' : ` ${visible(source)}`}`
}

function inOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}
