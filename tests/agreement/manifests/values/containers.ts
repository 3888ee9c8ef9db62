import { among, listOf, whole, type Make, type Makes } from '../make.ts'
import {
  absolutePath,
  anyText,
  fileKey,
  id,
  image,
  ip,
  label,
  port,
  portName,
  portOrName,
  relativePath,
  secondsOfGrace,
  subdomain,
  variableName,
} from './texts.ts'

const words: Make = among(['sleep', 'infinity'], ['bash', '-c', 'echo "$A"\n'], ['--lr', '1e-3', ''], ['yes'])

/** Of what a container asks for: the request, and the limit that goes with it. */
const amounts: Readonly<Record<string, readonly (readonly [string | number, string | number])[]>> = {
  cpu: [
    ['1', '2'],
    ['500m', '500m'],
    [0.5, 1],
    ['0', '4'],
  ],
  memory: [
    ['1Gi', '2Gi'],
    ['16Gi', '16Gi'],
    ['1.5G', '1500M'],
    [1_000_000, '1Mi'],
  ],
  'ephemeral-storage': [
    ['1Gi', '10Gi'],
    ['0', '1'],
  ],
  'nvidia.com/gpu': [
    ['1', '1'],
    [2, 2],
    [1, '1'],
    ['8', '8000m'],
  ],
  'example.org/device': [
    ['0', '0'],
    ['1k', '1000'],
  ],
  'hugepages-2Mi': [['4Mi', '4Mi']],
}

const resources: Make = (draw) => {
  const names = draw.some(Object.keys(amounts), 0, 4)
  const rows = names.map((name) => [name, draw.pick(amounts[name] ?? [])] as const)
  const pages = names.includes('hugepages-2Mi') && !names.includes('cpu') && !names.includes('memory')
  const fitting = pages ? [...rows, ['cpu', ['1', '1']] as const] : rows
  const limits = Object.fromEntries(fitting.map(([name, [, limit]]) => [name, limit]))
  const asked = draw.chance(0.3) ? [] : fitting.filter(() => draw.chance(0.8))
  const requests = Object.fromEntries(asked.map(([name, [request]]) => [name, request]))
  return { ...(draw.chance(0.9) || names.some((name) => /\/|-2Mi/.test(name)) ? { limits } : {}), requests }
}

const localProfile: Make = among('profiles/a.json', 'p')
const profile: Make = (draw) => {
  const type = draw.pick(['Localhost', 'RuntimeDefault', 'Unconfined'])
  return type === 'Localhost' ? { type, localhostProfile: localProfile(draw) } : { type }
}

const podFacts = ['metadata.name', 'metadata.namespace', 'metadata.uid']
export const environmentFacts = [
  ...podFacts,
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.podIPs',
]
const marksOfPod = ["metadata.labels['app']", "metadata.annotations['A.b/c']"]

export const containers: Makes = {
  'Container.name': label,
  'Container.image': image,
  'Container.command': words,
  'Container.args': words,
  'Container.workingDir': absolutePath,
  'Container.terminationMessagePath': among('/dev/termination-log', '/dev/t'),
  'Container.resources': resources,
  'Container.restartPolicy': among('Always'),
  'ContainerPort.containerPort': port,
  'ContainerPort.hostPort': whole(1, 65_535),
  'ContainerPort.hostIP': ip,
  'ContainerPort.name': portName,
  'ContainerResizePolicy.resourceName': among('cpu', 'memory'),
  'ContainerResizePolicy.restartPolicy': among('NotRequired', 'RestartContainer'),
  'EnvVar.name': variableName,
  'EnvVar.value': anyText,
  'EnvFromSource.prefix': among('P_', 'x'),
  'ConfigMapEnvSource.name': subdomain,
  'SecretEnvSource.name': subdomain,
  'ConfigMapKeySelector.name': subdomain,
  'ConfigMapKeySelector.key': fileKey,
  'SecretKeySelector.name': subdomain,
  'SecretKeySelector.key': fileKey,
  'ObjectFieldSelector.apiVersion': among('v1'),
  'ObjectFieldSelector.fieldPath': among(...podFacts, ...marksOfPod),
  'ResourceFieldSelector.containerName': label,
  'ResourceFieldSelector.resource': among('limits.cpu', 'requests.cpu'),
  'ResourceFieldSelector.divisor': among('1', '1m', '0'),
  'ExecAction.command': words,
  'HTTPGetAction.host': among('127.0.0.1', 'x.y'),
  'HTTPGetAction.path': among('/', '/healthz?x=1', 'no-slash', ''),
  'HTTPGetAction.port': portOrName,
  'HTTPHeader.name': among('X-A', 'Accept'),
  'HTTPHeader.value': anyText,
  'TCPSocketAction.host': among('127.0.0.1', ''),
  'TCPSocketAction.port': portOrName,
  'GRPCAction.port': port,
  'GRPCAction.service': among('', 'health', 'a b'),
  'SleepAction.seconds': among(0, 1),
  'Probe.initialDelaySeconds': whole(0, 86_400),
  'Probe.timeoutSeconds': whole(0, 60),
  'Probe.periodSeconds': whole(0, 60),
  'Probe.failureThreshold': whole(0, 60),
  'Probe.successThreshold': among(0, 1),
  'Probe.terminationGracePeriodSeconds': secondsOfGrace,
  'VolumeMount.name': label,
  'VolumeMount.mountPath': absolutePath,
  'VolumeMount.subPath': relativePath,
  'VolumeMount.subPathExpr': among('$(A)/x', 'a'),
  'VolumeMount.recursiveReadOnly': among('Disabled', 'IfPossible', 'Enabled'),
  'VolumeDevice.name': label,
  'VolumeDevice.devicePath': among('/dev/a', '/dev/b', 'c'),
  'Capabilities.add': listOf(among('NET_ADMIN', 'CAP_SYS_ADMIN', 'SYS_PTRACE'), 0, 2),
  'Capabilities.drop': among(['ALL'], [], ['KILL', 'MKNOD']),
  'SecurityContext.runAsUser': id,
  'SecurityContext.runAsGroup': id,
  'SecurityContext.seccompProfile': profile,
  'SecurityContext.appArmorProfile': profile,
  'SELinuxOptions.level': among('s0:c1,c2', ''),
  'SELinuxOptions.role': among('r'),
  'SELinuxOptions.type': among('t'),
  'SELinuxOptions.user': among('u'),
  'WindowsSecurityContextOptions.gmsaCredentialSpec': anyCredentials(),
  'WindowsSecurityContextOptions.gmsaCredentialSpecName': subdomain,
  'WindowsSecurityContextOptions.hostProcess': among(false),
  'WindowsSecurityContextOptions.runAsUserName': among('ContainerUser', 'NT AUTHORITY\\SYSTEM', 'a.b\\c d'),
  'PodSecurityContext.fsGroup': id,
  'PodSecurityContext.runAsUser': id,
  'PodSecurityContext.runAsGroup': id,
  'PodSecurityContext.supplementalGroups': listOf(id, 0, 3),
  'PodSecurityContext.seLinuxChangePolicy': among('Recursive'),
  'PodSecurityContext.seccompProfile': profile,
  'PodSecurityContext.appArmorProfile': profile,
  'Sysctl.name': among('kernel.msgmax', 'net.core.somaxconn', 'net/ipv4/tcp_syncookies', 'vm.x'),
  'Sysctl.value': anyText,
}

function anyCredentials(): Make {
  return among('{"a":1}', 'spec')
}
