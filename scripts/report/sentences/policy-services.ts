import type { ServiceCodes } from '../../model/codes/policy.ts'
import type { Sentences } from './sentence.ts'

export const serviceSentences = {
  'service-needs-admin': () => ({
    what: 'A service runs day and night, so each one needs an admin.',
    fix: 'Say in the pull request what it is for and until when; for your own work, `notebook(…)` or `session(…)` needs nobody.',
    who: 'An admin can allow it until a day.',
  }),
  'service-end-missing': ({ limit, latest }) => ({
    what: 'The service has no last day, and every service needs one.',
    fix: `Write \`until: '${latest}'\` (${limit} days from now) or an earlier day; by hand, the annotation \`lab/until\`.`,
  }),
  'service-end-invalid': ({ until }) => ({
    what: `\`${until}\` is no day.`,
    fix: "Write it as year, month and day: `until: '2027-01-31'`.",
  }),
  'service-over': ({ until }) => ({
    what: `The last day of this service, ${until}, is past.`,
    fix: 'Remove the file, or write a later day.',
  }),
  'service-days': ({ days, limit, latest }) => ({
    what: `The service asks for ${days} more days; the cluster removes services after ${limit}, unless they are on its list.`,
    fix: `Write \`until: '${latest}'\` or an earlier day.`,
    who: 'An admin can allow more, once NRP has put the service on its list.',
  }),
  'service-replicas': ({ asked }) => ({
    what: `The service asks for ${asked} copies of itself.`,
    fix: 'Write `replicas: 1`.',
    who: 'An admin can allow more.',
  }),
  'service-exposed': ({ field }) => ({
    what: `\`${field}\` would open it to the outside of the cluster.`,
    fix: 'Leave it out: `kubectl port-forward` brings it to your machine. For visitors from outside ask an admin about an Ingress.',
  }),
  'address-fixed': ({ field }) => ({
    what: `\`${field}\` asks for an address or a port that the cluster hands out itself.`,
    fix: 'Leave it out, and use the name of the Service to reach it.',
  }),
  'ingress-needs-admin': ({ host }) => ({
    what: `\`${host}\` would be open to everybody in the world.`,
    fix: 'Say in the pull request who should reach it; for yourself, `kubectl port-forward` is enough.',
    who: 'An admin can allow this address until a day.',
  }),
  'ingress-host': ({ example, host }) => ({
    what:
      host === undefined
        ? 'The Ingress does not say for which address it is.'
        : `The cluster has no addresses such as \`${host}\`.`,
    fix: `Write a name directly below the cluster's own, such as \`host: '${example}'\`.`,
  }),
  'ingress-without-tls': ({ host }) => ({
    what: `\`${host}\` is not listed under \`tls\`, so what people send there could be read on the way.`,
    fix: `Write \`tls: [{ hosts: ['${host}'] }]\`; the certificate is there already.`,
  }),
  'ingress-class': ({ expected, className }) => ({
    what:
      className === undefined
        ? 'The Ingress does not name its class.'
        : `The cluster has no Ingress class \`${className}\`.`,
    fix: `Write \`ingressClassName: '${expected}'\`.`,
  }),
  'ingress-class-annotation': ({ expected }) => ({
    what: 'The annotation `kubernetes.io/ingress.class` is outdated and does nothing any more.',
    fix: `Remove it, and write \`ingressClassName: '${expected}'\` in the \`spec\`.`,
  }),
  'ingress-annotation': ({ annotation, allowed }) => ({
    what: `The annotation \`${annotation}\` is for another kind of cluster and does nothing here.`,
    fix: `Remove it, or use one that begins with ${allowed.map((start) => `\`${start}\``).join(' or ')}.`,
  }),
  'backend-foreign': ({ service, prefix }) => ({
    what:
      service === ''
        ? 'The Ingress leads to something that is no Service.'
        : `The Ingress leads to the Service \`${service}\`, which is not yours.`,
    fix: `Lead it to a Service of your own, whose name begins with \`${prefix}-\`.`,
  }),
} satisfies Sentences<ServiceCodes>
