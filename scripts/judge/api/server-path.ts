import type { Fault } from '../../model/finding.ts'

/** A fault's place as we write it, what else must be true, and the server's spelling. */
interface Spelling {
  readonly ours: RegExp
  readonly codes?: readonly Fault['code'][]
  /** Arguments that the fault must have. */
  readonly args?: Readonly<Record<string, string>>
  readonly server: string
}

/**
 * Where the server names a place that is not in the manifest, and we name the one that is: the labels of a template without `metadata`,
 * lists without the index, words that are spelt otherwise. Source: the paths in pkg/apis/…/validation.
 */
const spellings: readonly Spelling[] = [
  { ours: /\.metadata\.labels$/, codes: ['selector-mismatch'], server: '.metadata.labels ' },
  { ours: /\btemplate\.metadata\.labels$/, server: 'template.labels' },
  { ours: /\btemplate\.metadata\.annotations\b/, server: 'template.annotations' },
  { ours: /^metadata\.annotations\[(kubernetes\.io\/ingress\.class)\]$/, server: 'annotations.$1' },
  { ours: /annotations\[(\S*seccomp\S*)\]$/, server: 'annotations.$1' },
  { ours: /\bownerReferences\[\d+\]/, server: 'ownerReferences' },
  { ours: /\bfinalizers\[\d+\]/, codes: ['name-invalid', 'name-too-long'], server: 'finalizers' },
  { ours: /\benvFrom\[\d+\]$/, codes: ['only-one-of', 'one-of-missing'], server: 'envFrom' },
  { ours: /\bserviceAccount$/, server: 'serviceAccountName' },
  { ours: /\bshareProcessNamespace$/, codes: ['contradiction'], server: 'securityContext.shareProcessNamespace' },
  { ours: /\bspec\.resources\.requests\.storage$/, server: 'spec.resources[storage]' },
  { ours: /\bgcePersistentDisk\./, server: 'persistentDisk.' },
  { ours: /\bdownwardAPI$/, codes: ['volume-sources'], server: 'downwarAPI' },
  { ours: /\bcephfs$/, codes: ['volume-sources'], server: 'cephFS' },
  { ours: /\b(volumes\[\d+\]\.downwardAPI|sources\[\d+\]\.downwardAPI)\.items\[\d+\]/, server: '$1' },
  { ours: /\bprojected\.sources\[\d+\]\.serviceAccountToken\.path/, server: 'projected.path' },
  { ours: /\bnodePublishSecretRef\.name$/, codes: ['name-invalid', 'name-too-long'], server: 'name' },
  {
    ours: /\b(volumeMounts)\[\d+\]\.(subPath|subPathExpr|mountPropagation|recursiveReadOnly)$/,
    codes: ['value-malformed', 'value-unsupported', 'field-forbidden', 'field-enum'],
    server: '$1.$2',
  },
  { ours: /^metadata\.name$/, codes: ['name-too-long'], args: { form: 'label-value' }, server: 'spec.template.labels' },
  { ours: /\bhost(PID|IPC)$/, codes: ['field-forbidden'], args: { because: 'own-users' }, server: 'Host$1' },
  { ours: /\bclusterIP$/, codes: ['value-malformed', 'contradiction'], server: 'clusterIPs[0]' },
  { ours: /\bclusterIP$/, codes: ['field-forbidden', 'cluster-ip-fixed'], server: 'clusterIPs' },
  { ours: /\b(resizePolicy)\[\d+\]\.\w+$/, server: '$1' },
  { ours: /\bstrategy\.type$/, codes: ['field-enum'], server: 'strategy' },
  { ours: /\binitiatorName$/, server: 'initiatorname' },
  { ours: /\bhttpHeaders\[\d+\](?:\.name)?$/, server: 'httpHeaders' },
  { ours: /\b(schedulingGates\[\d+\])\.name$/, server: '$1' },
  { ours: /\baccessModes\[\d+\]$/, codes: ['field-enum'], server: 'accessModes' },
  { ours: /\bnamespaces\[\d+\]$/, server: 'namespace' },
  { ours: /\b(topologySpreadConstraints\[\d+\])$/, server: '$1.{topologyKey, whenUnsatisfiable}' },
  { ours: /\bloadBalancerSourceRanges/, server: 'LoadBalancerSourceRanges' },
]

/** A fault's path as the server writes it. */
export function serverPath(fault: Fault): string {
  const written = fault.path.reduce<string>((text, key) => text + step(key, text), '')
  const fitting = spellings.filter((spelling) => fits(spelling, fault))
  return fitting.reduce((text, { ours, server }) => text.replace(ours, server), written).trim()
}

function fits({ codes, args = {} }: Spelling, fault: Fault): boolean {
  const told = new Map<string, unknown>(Object.entries(fault.args))
  return (
    (codes?.includes(fault.code) ?? true) && Object.entries(args).every(([name, value]) => told.get(name) === value)
  )
}

function step(key: string | number, before: string): string {
  if (typeof key === 'number' || !/^[A-Za-z]\w*$/.test(key)) return `[${key}]`
  return before === '' ? key : `.${key}`
}
