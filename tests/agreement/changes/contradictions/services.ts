import type { Contradictions } from './rows.ts'

const backend = { service: { name: 'web', port: { number: 80 } } }

/** Services and Ingresses. */
export const services: Contradictions = {
  ServiceSpec: [
    { type: 'ExternalName' },
    { type: 'ExternalName', externalName: 'a.b' },
    { type: 'ExternalName', externalName: 'a.b', clusterIP: 'None' },
    { type: 'ClusterIP' },
    { type: 'NodePort' },
    { type: 'LoadBalancer' },
    { clusterIP: 'None' },
    { clusterIP: 'None', type: 'NodePort' },
    { clusterIPs: ['None'] },
    { clusterIPs: ['None', '10.96.0.7'] },
    { clusterIP: '10.96.0.7' },
    { clusterIP: '10.96.0.7', clusterIPs: ['10.96.0.8'] },
    { clusterIP: '', clusterIPs: [''] },
    { ports: [] },
    { ports: [{ port: 80 }, { port: 81 }] },
    {
      ports: [
        { port: 80, name: 'a' },
        { port: 80, name: 'b' },
      ],
    },
    {
      ports: [
        { port: 80, name: 'a' },
        { port: 80, name: 'b', protocol: 'UDP' },
      ],
    },
    {
      type: 'NodePort',
      ports: [
        { port: 80, name: 'a', nodePort: 30_001 },
        { port: 81, name: 'b', nodePort: 30_001 },
      ],
    },
    {
      type: 'NodePort',
      ports: [
        { port: 80, name: 'a', nodePort: 30_001 },
        { port: 81, name: 'b', nodePort: 30_001, protocol: 'UDP' },
      ],
    },
    { type: 'NodePort', ports: [{ port: 80, nodePort: 80 }] },
    { type: 'LoadBalancer', externalTrafficPolicy: 'Local', healthCheckNodePort: 80 },
    {
      type: 'LoadBalancer',
      externalTrafficPolicy: 'Local',
      healthCheckNodePort: 30_001,
      ports: [{ port: 1, nodePort: 30_001 }],
    },
    { type: 'NodePort', healthCheckNodePort: 30_001, externalTrafficPolicy: 'Local' },
    { externalTrafficPolicy: 'Local' },
    { externalIPs: ['127.0.0.1'] },
    { externalIPs: ['1.2.3.4'], externalTrafficPolicy: 'Local' },
    { ipFamilies: ['IPv6'] },
    { ipFamilies: ['IPv4', 'IPv4'] },
    { ipFamilies: ['IPv4', 'IPv6'] },
    { ipFamilies: ['IPv4', 'IPv6'], ipFamilyPolicy: 'PreferDualStack' },
    { ipFamilyPolicy: 'RequireDualStack' },
    { ipFamilyPolicy: 'PreferDualStack' },
    { clusterIP: 'None', selector: {}, ipFamilies: ['IPv6', 'IPv4'] },
    { sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 0 } } },
    { sessionAffinity: 'None', sessionAffinityConfig: { clientIP: { timeoutSeconds: 5 } } },
    { sessionAffinityConfig: { clientIP: {} } },
    { loadBalancerSourceRanges: ['10.0.0.0/8'] },
    { type: 'LoadBalancer', loadBalancerSourceRanges: [' 10.0.0.0/8 ', '1.2.3.4'] },
    { allocateLoadBalancerNodePorts: false },
    { loadBalancerClass: 'a.b/c' },
  ],
  IngressSpec: [
    { rules: [] },
    { defaultBackend: {} },
    { defaultBackend: { ...backend, resource: { kind: 'K', name: 'n' } } },
    { rules: [{ http: { paths: [] } }] },
    { rules: [{ host: '1.2.3.4' }] },
    { rules: [{ http: { paths: [{ pathType: 'Prefix', backend }] } }] },
    { rules: [{ http: { paths: [{ pathType: 'ImplementationSpecific', backend }] } }] },
    { rules: [{ http: { paths: [{ pathType: 'ImplementationSpecific', path: 'x', backend }] } }] },
    { ingressClassName: 'haproxy' },
  ],
}
