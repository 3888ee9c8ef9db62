/** What the cluster's operators or the lab refuse in one manifest. */
export interface PolicyCodes
  extends
    IdentityCodes,
    RunCodes,
    ResourceCodes,
    GpuCodes,
    ImageCodes,
    DiskCodes,
    ReachCodes,
    SecretCodes,
    ServiceCodes {}

/** What it is and whose. */
export interface IdentityCodes {
  'kind-closed': { apiVersion: string; kind: string }
  'namespace-missing': { expected: string }
  'namespace-foreign': { namespace: string; expected: string }
  'name-missing': { prefix: string }
  'name-foreign': { name: string; prefix: string }
  'own-name-too-long': { length: number; limit: number }
  'labels-missing': { expected: Readonly<Record<string, string>> }
  'label-foreign': { label: string; value: string; expected: string }
  'label-reserved': { label: string }
  'marks-missing': { expected: Readonly<Record<string, string>> }
  'mark-foreign': { annotation: string; value: string; expected: string }
  'mark-reserved': { annotation: string }
  'mark-in-template': { annotation: string }
  /** Of a run, or of a disk that takes the place of one that vanished. */
  'run-number': { annotation: 'lab/run' | 'lab/incarnation'; value: string }
  'selector-foreign': { expected: string }
  'field-refused': { field: string }
  'field-unusual': { field: string }
}

/** When it starts and when it ends. */
export interface RunCodes {
  'end-missing': { kind: 'Pod' | 'Job'; limit: number; seconds: number }
  'end-in-template': { kind: 'Pod' | 'Job'; limit: number; seconds: number }
  'session-hours': { asked: number; limit: number }
  'job-hours': { asked: number; limit: number }
  'restart-policy': { policy: string }
  'gate-ours': { field: 'suspend' | 'schedulingGates' }
  'job-stays': { seconds: number; days: number }
  'command-missing': { container: string; image: string }
  'endless-command': {
    container: string
    command: string
    /** Minutes that a pause between two commands may take. */
    pause: number
    why: 'sleeps' | 'ends-asleep' | 'loops' | 'follows' | 'repeats' | 'serves' | 'listens' | 'unclear'
  }
  'job-too-many-pods': { field: string; asked: number; limit: number }
  'job-not-indexed': { completions: number }
  'job-retries': { field: string; asked: number; limit: number }
  'failure-ignored': {}
  'priority-refused': { priorityClass: string; preemptible: readonly string[] }
  'priority-special': { priorityClass: string }
  'preemptible-not-job': { kind: string; priorityClass: string }
}

/** What it takes. */
export interface ResourceCodes {
  'resource-missing': { container: string; resource: string; missing: 'request' | 'limit' | 'both' }
  'resource-not-here': { resource: string; plain: string; near?: string }
  'limit-above-request': {
    container: string
    resource: string
    request: string
    limit: string
    highest: string
    factor: number
  }
  'limit-not-request': {
    container: string
    resource: string
    request: string
    limit: string
    highest: string
    pods: number
    above: number
  }
  'session-cpu': { asked: number; limit: number }
  'session-memory': { asked: string; limit: string }
  'memory-volume-unbounded': { volume: string }
  'memory-volume-large': { container: string; size: string; memory: string }
  'volume-medium': { medium: string }
  'scratch-unasked': { size: string; limit: string }
}

export interface GpuCodes {
  'session-gpus': { asked: number; limit: number }
  'job-gpus': { asked: number; limit: number }
  'service-gpu': { resource: string }
  'gpu-kinds-mixed': { first: string; second: string }
  'gpu-product-unknown': { product: string; near?: string }
  'gpu-resource': { model: string; asked: string; right: string }
  'gpu-any': { example: string }
  'gpu-class': { model: string; resource: string }
  'gpu-spare': { model: string; resource: string }
  'gpu-reserved': { model: string; resource: string }
}

export interface ImageCodes {
  'image-malformed': { image: string }
  'image-registry-dead': { image: string; host: string; now: string }
  'image-unlisted': { image: string; allowed: readonly string[] }
  'image-unpinned': { image: string; repository: string }
}

export interface DiskCodes {
  'storage-class-missing': { usual: string }
  'storage-class-unknown': { className: string; near: string }
  'storage-class-closed': {
    className: string
    access: 'group' | 'never' | 'gone'
    instead?: string
    insteadClass?: string
  }
  'disk-mode': { mode: string; className: string; right: string }
  'disk-size': { asked: string; limit: string }
  'disk-too-large-for-class': { asked: string; limit: string; className: string }
  'reader-unknown': { login: string; near?: string }
  'mount-relative': { mountPath: string }
  'mount-over-root': { mountPath: string }
  'mount-over-system': { mountPath: string }
  'mount-over-code': { mountPath: string }
  'shm-not-memory': { mountPath: string }
}

/** What it can reach. */
export interface ReachCodes {
  'host-access': { field: string }
  privileged: { field: string }
  'cluster-identity': { field: string }
  'cluster-token': {}
  'scheduling-bypassed': { field: 'nodeName' | 'schedulerName' | 'runtimeClassName' }
  'volume-type': { volume: string; type: string }
  'toleration-of-all': {}
  'toleration-never': { key: string }
  'toleration-automatic': { taint: string }
  'toleration-renamed': { key: string; now: string }
  'toleration-authorised': { taint: string }
  'toleration-unknown': { taint: string }
}

export interface SecretCodes {
  'secret-in-git': {}
  'secret-foreign': { secret: string; expected: string }
  'credential-in-text': { kind: string }
  'key-in-the-clear': { variable: string }
}

/** Who can reach it. */
export interface ServiceCodes {
  'service-needs-admin': {}
  /** `latest`: the last day that is possible today. */
  'service-end-missing': { limit: number; latest: string }
  'service-end-invalid': { until: string }
  'service-over': { until: string }
  'service-days': { days: number; limit: number; latest: string }
  'service-replicas': { asked: number }
  'service-exposed': { field: string }
  'address-fixed': { field: string }
  'ingress-needs-admin': { host: string }
  'ingress-host': { example: string; host?: string }
  'ingress-without-tls': { host: string }
  'ingress-class': { expected: string; className?: string }
  'ingress-class-annotation': { expected: string }
  'ingress-annotation': { annotation: string; allowed: readonly string[] }
  'backend-foreign': { service: string; prefix: string }
}
