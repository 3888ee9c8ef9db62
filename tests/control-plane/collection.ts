import type { KubernetesObject } from './nautilus/index.ts'

/** The kinds that set-up and tests make: what their lists are called, and whether they live in a namespace. */
const lists: Readonly<Record<string, readonly [name: string, scope: 'cluster' | 'namespace']>> = {
  Namespace: ['namespaces', 'cluster'],
  Node: ['nodes', 'cluster'],
  StorageClass: ['storageclasses', 'cluster'],
  PriorityClass: ['priorityclasses', 'cluster'],
  IngressClass: ['ingressclasses', 'cluster'],
  ClusterRole: ['clusterroles', 'cluster'],
  ClusterRoleBinding: ['clusterrolebindings', 'cluster'],
  ValidatingAdmissionPolicy: ['validatingadmissionpolicies', 'cluster'],
  ValidatingAdmissionPolicyBinding: ['validatingadmissionpolicybindings', 'cluster'],
  Role: ['roles', 'namespace'],
  RoleBinding: ['rolebindings', 'namespace'],
  ServiceAccount: ['serviceaccounts', 'namespace'],
  ResourceQuota: ['resourcequotas', 'namespace'],
  LimitRange: ['limitranges', 'namespace'],
  Pod: ['pods', 'namespace'],
  Job: ['jobs', 'namespace'],
  PersistentVolumeClaim: ['persistentvolumeclaims', 'namespace'],
  ConfigMap: ['configmaps', 'namespace'],
  Secret: ['secrets', 'namespace'],
  Service: ['services', 'namespace'],
  Deployment: ['deployments', 'namespace'],
  DaemonSet: ['daemonsets', 'namespace'],
  Ingress: ['ingresses', 'namespace'],
}

/** Where objects of this kind are made and listed: `/apis/batch/v1/namespaces/uci-datalab/jobs`. */
export function collectionOf({ apiVersion = '', kind = '', metadata }: KubernetesObject, namespace?: string): string {
  const [name, scope] = lists[kind] ?? []
  if (name === undefined) throw new Error(`no list is known for ${kind}`)
  const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`
  const inside = scope === 'namespace' ? `/namespaces/${metadata?.namespace ?? namespace}` : ''
  return `${root}${inside}/${name}`
}
