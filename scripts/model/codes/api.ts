/** Forms of names that the API server knows; each has a grammar in `judge/api/texts.ts`. */
export type TextForm =
  | 'label'
  | 'subdomain'
  | 'search-domain'
  | 'wildcard-host'
  | 'service-name'
  | 'port-name'
  | 'label-value'
  | 'label-key'
  | 'config-key'
  | 'environment-name'
  | 'header-name'
  | 'path-segment'
  | 'percent'

/** Other forms that a value must have. */
export type ValueForm =
  | 'absolute-path'
  | 'api-version'
  | 'apparmor-annotation'
  | 'cidr'
  | 'claim-kind'
  | 'clean-url-path'
  | 'container-name'
  | 'divisor'
  | 'domain-and-path'
  | 'finalizer'
  | 'host-and-port'
  | 'host-not-ip'
  | 'indexes'
  | 'int32'
  | 'ip'
  | 'ip-of-others'
  | 'iscsi-name'
  | 'no-slash'
  | 'node-field'
  | 'not-empty'
  | 'ordered'
  | 'path-without-backsteps'
  | 'relative-path'
  | 'seccomp-annotation'
  | 'sysctl'
  | 'under-64-kib'
  | 'unpadded'
  | 'unreserved-key'
  | 'windows-user'

/** Why a field may not be there. */
export type Because =
  | 'annotation-differs'
  | 'claim-template'
  | 'cluster-ip'
  | 'deployment'
  | 'external-name'
  | 'hugepages-alone'
  | 'init-container'
  | 'linux-pod'
  | 'main-container'
  | 'needs-label-selector'
  | 'needs-no-propagation'
  | 'needs-privileged'
  | 'needs-read-only'
  | 'once-pod-alone'
  | 'one-handler'
  | 'one-origin'
  | 'of-existing-objects'
  | 'only-in-running-pods'
  | 'only-load-balancer'
  | 'operator-takes-none'
  | 'own-users'
  | 'recreate'
  | 'scheduling-gates'
  | 'set-by-class'
  | 'windows-pod'

/** Values that are fine by themselves and not together. */
export type Contradiction =
  | 'admin-without-escalation'
  | 'claim-of-ephemeral'
  | 'cluster-ips-differ'
  | 'data-sources-differ'
  | 'deadline-before-ready'
  | 'device-needs-disk'
  | 'domains-only-when-hard'
  | 'exists-with-value'
  | 'fail-index-without-limit'
  | 'failure-policy-restarts'
  | 'headless-outside'
  | 'health-port-unused'
  | 'host-and-shared-processes'
  | 'host-port-differs'
  | 'host-process-differs'
  | 'host-process-mixed'
  | 'host-process-network'
  | 'ingress-classes-differ'
  | 'label-key-twice'
  | 'label-made-by-server'
  | 'mirror-with-secrets'
  | 'mirror-without-node'
  | 'mount-and-device'
  | 'needs-indexed'
  | 'no-key-without-exists'
  | 'none-alone'
  | 'outside-policy-inside'
  | 'owned-by-event'
  | 'privileged-without-escalation'
  | 'profile-without-localhost'
  | 'readiness-never-ends'
  | 'resize-restarts-never'
  | 'seconds-without-no-execute'
  | 'selector-made-by-server'
  | 'success-is-no-failure'
  | 'sysctl-of-host'
  | 'text-and-bytes'
  | 'topology-annotations-differ'
  | 'two-controllers'
  | 'two-families-one-stack'
  | 'two-finalizers'
  | 'unmasked-with-host-users'
  | 'update-never-moves'

/** What the API server itself would refuse after decoding; the last five it takes, and the lab does not. */
export interface ApiCodes {
  'value-required': { field: string }
  'value-malformed': { value: string; form: ValueForm }
  'value-unsupported': { value: string; allowed: readonly string[] }
  'value-duplicate': { value: string }
  'out-of-range': { value: number; min?: number; max?: number }
  'name-invalid': { value: string; form: TextForm }
  'name-too-long': { value: string; length: number; limit: number; form: TextForm }
  'too-large': { size: number; limit: number; unit: 'bytes' | 'characters' }
  'too-many': { count: number; limit: number }
  'list-too-long': { count: number; limit: number }
  'field-forbidden': { field: string; because: Because }
  contradiction: { rule: Contradiction }
  'only-one-of': { fields: readonly string[] }
  'one-of-required': { fields: readonly string[] }
  'one-of-missing': { fields: readonly string[] }
  'operator-unknown': { operator: string; allowed: readonly string[] }
  'one-value-needed': { operator: string; count: number }
  'quantity-invalid': { value: string }
  'quantity-negative': { value: string }
  'quantity-zero': { value: string }
  'resource-unknown': { resource: string }
  'resource-fractional': { resource: string; value: string }
  'hugepages-indivisible': { resource: string; value: string }
  'request-over-limit': { resource: string; request: string; limit: string }
  'extended-request-differs': { resource: string; request: string; limit: string }
  'extended-limit-missing': { resource: string; request: string }
  'mount-without-volume': { volume: string; volumes: readonly string[] }
  'mount-path-duplicate': { path: string; volumes: readonly string[] }
  'device-duplicate': { value: string }
  'volume-sources': { volume: string; sources: readonly string[] }
  'projected-twice': { path: string }
  'storage-missing': { example: string }
  'restart-policy-missing': { allowed: readonly string[] }
  'restart-policy-unfit': { policy: string; allowed: readonly string[]; kind: string }
  'indexed-name-unfit': { name: string; pod: string; length: number }
  'selector-empty': { kind: string }
  'selector-mismatch': { kind: string }
  'port-name-missing': { count: number }
  'not-on-cluster': { what: string }
  'class-decides': { field: string }
  'cluster-ip-fixed': { ip: string }
  'devices-uncounted': { value: string }
  'silently-dropped': { field: string }
  'env-duplicate': { name: string }
  'env-name-odd': { value: string }
  'field-manager-odd': { value: string }
}
