import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { aliveLabel } from './nautilus/names.ts'
import type { ClusterOptions } from './options.ts'

export interface CommandLine {
  readonly name: string
  readonly command: readonly string[]
}

export interface Site {
  readonly binaries: Binaries
  /** The working folder of all servers: paths without a folder are in it. */
  readonly folder: string
  readonly apiPort: number
  readonly kubeletPort: number
}

/** Sockets in the folder and not ports: etcd asks nobody who they are. They are named like a host with a port. */
const etcdSocket = 'unix://etcd:0'
const peerSocket = 'unix://peer:0'

/** Memory-like: nothing is forced to the disk. */
export function etcd({ binaries }: Site): CommandLine {
  return line('etcd', binaries.controlPlane, {
    'data-dir': 'data',
    'unsafe-no-fsync': true,
    'listen-client-urls': etcdSocket,
    'advertise-client-urls': etcdSocket,
    'listen-peer-urls': peerSocket,
    'initial-advertise-peer-urls': peerSocket,
    'initial-cluster': `default=${peerSocket}`,
    'log-level': 'warn',
  })
}

/** It makes its own certificate, which names its own authority in the same file. */
export function apiServer({ binaries, apiPort }: Site, { patience }: ClusterOptions): CommandLine {
  return line('kube-apiserver', binaries.controlPlane, {
    'etcd-servers': etcdSocket,
    'bind-address': '127.0.0.1',
    'advertise-address': '127.0.0.1',
    'secure-port': apiPort,
    'cert-dir': '.',
    'token-auth-file': 'tokens.csv',
    'authorization-mode': 'RBAC',
    'service-account-issuer': 'https://kubernetes.default.svc',
    'service-account-key-file': 'accounts.key',
    'service-account-signing-key-file': 'accounts.key',
    'service-cluster-ip-range': '10.96.0.0/16',
    'endpoint-reconciler-type': 'none',
    'kubelet-preferred-address-types': 'InternalIP',
    'default-not-ready-toleration-seconds': patience,
    'default-unreachable-toleration-seconds': patience,
    'allow-privileged': true,
    profiling: false,
  })
}

/** Controllers of things that nobody here has, above all of clouds and networks, stay away. */
const idle = [
  'persistentvolume-attach-detach-controller',
  'horizontal-pod-autoscaler-controller',
  'bootstrap-signer-controller',
  'token-cleaner-controller',
  'node-ipam-controller',
  'certificatesigningrequest-signing-controller',
  'certificatesigningrequest-approving-controller',
  'certificatesigningrequest-cleaner-controller',
]

/** A machine counts as lost after 12 s without a sign: kwok gives one every 5 s. */
export function controllerManager({ binaries }: Site): CommandLine {
  return line('kube-controller-manager', binaries.controlPlane, {
    kubeconfig: 'admin.kubeconfig',
    'leader-elect': false,
    'secure-port': 0,
    'service-account-private-key-file': 'accounts.key',
    'root-ca-file': 'apiserver.crt',
    controllers: ['*', ...idle.map((name) => `-${name}`)].join(','),
    'node-monitor-period': '1s',
    'node-monitor-grace-period': '12s',
    'kube-api-qps': 500,
    'kube-api-burst': 1000,
    profiling: false,
  })
}

export function scheduler({ binaries }: Site): CommandLine {
  return line('kube-scheduler', binaries.controlPlane, {
    kubeconfig: 'admin.kubeconfig',
    'leader-elect': false,
    'secure-port': 0,
    'kube-api-qps': 500,
    'kube-api-burst': 1000,
    profiling: false,
  })
}

/** The machines: it answers for the kubelets of those that carry the label. */
export function kwok({ binaries, folder, kubeletPort }: Site): CommandLine {
  const flags = {
    kubeconfig: 'admin.kubeconfig',
    config: join(folder, 'kwok.json'),
    'manage-all-nodes': false,
    'manage-nodes-with-label-selector': aliveLabel,
    'node-lease-duration-seconds': 20,
    'server-address': `127.0.0.1:${kubeletPort}`,
    'tls-cert-file': 'apiserver.crt',
    'tls-private-key-file': 'apiserver.key',
  }
  return { name: 'kwok', command: [binaries.kwok, ...written(flags)] }
}

type Flags = Readonly<Record<string, string | number | boolean>>

function line(name: string, controlPlane: string, flags: Flags): CommandLine {
  return { name, command: [controlPlane, name, ...written(flags)] }
}

function written(flags: Flags): readonly string[] {
  return Object.entries(flags).map(([name, value]) => `--${name}=${value}`)
}
