import { createRequire } from 'node:module'

/** As much of a rule of secretlint as is used here; its own types need a package that it does not bring along. */
interface DetectorRule {
  readonly meta: { readonly id: string }
  create(context: object, options: object): { file?(source: object): unknown }
}

type Detector = (text: string) => readonly string[]

/**
 * What every credential that the detector knows contains: text without one of these is not looked at further. A test holds this against
 * a sample for each of its rules, so that a new rule without a sign here is seen.
 */
const signs = new RegExp(
  [
    '-----BEGIN',
    'x-oauth-basic@',
    '_authToken=',
    'hooks\\.slack\\.com',
    '://[^\\s@/]{1,600}@',
    '(?:SECRET|secret|Secret)_?(?:ACCESS|access|Access)_?(?:KEY|key|Key)',
    '(?:npm|hf|gsk|ntn|secret|glc|glsa|dckr_pat|figd|lin_api|github_pat|gh[pousr]|[sr]k_(?:live|test)|shp(?:pa|ca|at|ss)|vc[piark]|cf(?:k|ut|at))_',
    'xox[a-z]-|xapp-|sk-|glpat-|tskey-|dapi[A-Fa-f0-9]|SG\\.|hv[sbr]\\.|ops_ey',
  ].join('|'),
)

/** The kinds of credentials in a text (`github`, `aws`), each once. The credential itself stays where it is. */
export function credentialsIn(text: string): readonly string[] {
  return signs.test(text) ? detector()(text) : []
}

let loaded: Detector | undefined

/** Loading takes longer than judging a hundred manifests, and most labs never need it. */
function detector(): Detector {
  return (loaded ??= createDetector())
}

/**
 * secretlint's recommended rules, without its engine: that is asynchronous, and heeds comments that switch rules off, which nothing in a
 * request may do.
 */
function createDetector(): Detector {
  const { rules } = createRequire(import.meta.url)('@secretlint/secretlint-rule-preset-recommend') as {
    readonly rules: readonly DetectorRule[]
  }
  const found = new Set<string>()
  const scanners = rules.map((rule) => rule.create(contextOf(rule, found), {}))
  return (text) => {
    found.clear()
    const source = { content: text, contentType: 'text', filePath: 'manifest', ext: '' }
    for (const scanner of scanners) scanner.file?.(source)
    return [...found]
  }
}

function contextOf({ meta }: DetectorRule, found: Set<string>): object {
  const kind = meta.id.slice(meta.id.lastIndexOf('-rule-') + '-rule-'.length)
  return {
    sharedOptions: {},
    createTranslator: () => () => ({}),
    ignore: () => undefined,
    report: () => void found.add(kind),
  }
}
