import type { ApiCodes, TextForm } from '../../model/codes/api.ts'
import { amountSentences } from './api-amounts.ts'
import { contradictions } from './api-contradictions.ts'
import { nameRules, reasons, valueRules } from './api-forms.ts'
import { quoted } from './quoted.ts'
import type { Sentences } from './sentence.ts'

const list = (values: readonly string[], last: 'and' | 'or' = 'or'): string => {
  const all = values.map(quoted)
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${last} ${all.at(-1)}`
}

const namesOfDns: readonly TextForm[] = ['label', 'subdomain', 'service-name', 'port-name']

/** A name that would do, made of what was written; empty where nothing is left of it. */
function nearestName(value: string, form: TextForm): string {
  const dots = form === 'subdomain' ? '.' : ''
  const kept = value.toLowerCase().replaceAll(new RegExp(`[^a-z0-9${dots}]+`, 'g'), '-')
  const ends = form === 'service-name' ? /^[^a-z]+|[^a-z0-9]+$/g : /^[^a-z0-9]+|[^a-z0-9]+$/g
  return kept.replaceAll(/-*\.[-.]*/g, '.').replaceAll(ends, '')
}

function betterName(value: string, form: TextForm): string {
  const better = namesOfDns.includes(form) ? nearestName(value, form) : ''
  return better === '' || better === value ? `Use ${nameRules[form]}.` : `Use ${nameRules[form]}: \`${better}\`.`
}

function range(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return `at most ${max}`
  if (max === undefined) return `at least ${min}`
  return min === max ? `exactly ${min}` : `between ${min} and ${max}`
}

export const apiSentences = {
  'value-required': ({ field }) => ({
    what: `${quoted(field)} is missing or empty.`,
    fix: `Give ${quoted(field)} a value.`,
  }),
  'value-malformed': ({ value, form }) => ({
    what: value === '' ? 'The value is empty.' : `The cluster does not take the value ${quoted(value)} here.`,
    fix: `Write ${valueRules[form]}.`,
  }),
  'value-unsupported': ({ value, allowed }) => ({
    what: `The cluster does not know the value ${quoted(value)} here.`,
    fix: `Write ${list(allowed)}.`,
  }),
  'value-duplicate': ({ value }) => ({
    what: `${quoted(value)} stands twice in this list.`,
    fix: 'Rename or remove one of the two.',
  }),
  'out-of-range': ({ value, min, max }) => ({
    what: `${value} is outside the limits: ${range(min, max)}.`,
    fix: `Write a number that is ${range(min, max)}.`,
  }),
  'name-invalid': ({ value, form }) => ({
    what: value === '' ? 'The name is empty.' : `${quoted(value)} is not a name that the cluster takes here.`,
    fix: betterName(value, form),
  }),
  'name-too-long': ({ value, length, limit }) => ({
    what: `${quoted(value)} has ${length} characters, and the limit is ${limit}.`,
    fix: `Shorten it by ${length - limit} or more.`,
  }),
  'too-large': ({ size, limit, unit }) => ({
    what: `This has ${size} ${unit}, and the limit is ${limit}.`,
    fix: `Make it smaller by ${size - limit} ${unit} or more; large files belong on a disk.`,
  }),
  'too-many': ({ count, limit }) => ({
    what: `The list has ${count} entries, and the limit is ${limit}.`,
    fix: `Remove ${count - limit} or more.`,
  }),
  'list-too-long': ({ count, limit }) => ({
    what: `The list is ${count} long, and the limit is ${limit}.`,
    fix: `Shorten it by ${count - limit} or more.`,
  }),
  'field-forbidden': ({ field, because }) => ({
    what: `${quoted(field)} cannot be used here. ${reasons[because]}`,
    fix: `Remove ${quoted(field)}.`,
  }),
  contradiction: ({ rule }) => contradictions[rule],
  'only-one-of': ({ fields }) => ({
    what: `${list(fields, 'and')} exclude each other.`,
    fix: `Keep one of ${list(fields)}.`,
  }),
  'one-of-required': ({ fields }) => ({
    what: `One of ${list(fields)} is needed.`,
    fix: `Add ${list(fields)}.`,
  }),
  'one-of-missing': ({ fields }) => ({
    what: `One of ${list(fields)} is needed.`,
    fix: `Add ${list(fields)}.`,
  }),
  'operator-unknown': ({ operator, allowed }) => ({
    what: operator === '' ? '`operator` is missing.' : `The cluster does not know the operator ${quoted(operator)}.`,
    fix: `Write ${list(allowed)}.`,
  }),
  'one-value-needed': ({ operator, count }) => ({
    what: `The operator ${quoted(operator)} compares with one value, and here are ${count}.`,
    fix: 'Keep one entry in `values`.',
  }),
  ...amountSentences,
  'mount-without-volume': ({ volume, volumes }) => ({
    what: `The pod has no volume called ${quoted(volume)}.`,
    fix:
      volumes.length === 0
        ? `Add ${quoted(volume)} to \`volumes\`.`
        : `Write ${list(volumes)}, or add ${quoted(volume)} to \`volumes\`.`,
  }),
  'mount-path-duplicate': ({ path, volumes }) => ({
    what: `Two volumes, ${list(volumes, 'and')}, are mounted at ${quoted(path)}.`,
    fix: 'Give one of them another `mountPath`.',
  }),
  'device-duplicate': ({ value }) => ({
    what: `${quoted(value)} stands twice in \`volumeDevices\`.`,
    fix: 'Remove one of the two.',
  }),
  'volume-sources': ({ volume, sources }) => ({
    what: `The volume ${quoted(volume)} has ${sources.length} sources: ${list(sources, 'and')}.`,
    fix: `Keep one, and make a volume of its own for ${list(sources.slice(1), 'and')}.`,
  }),
  'projected-twice': ({ path }) => ({
    what: `Two sources of this volume write the file ${quoted(path)}.`,
    fix: 'Give one of them another `path`.',
  }),
  'storage-missing': ({ example }) => ({
    what: 'The disk has no size.',
    fix: `Add \`resources: { requests: { storage: "${example}" } }\`.`,
  }),
  'restart-policy-missing': ({ allowed }) => ({
    what: 'A Job cannot start its program again each time it ends, and without a word from you it would.',
    fix: `Write \`restartPolicy\` ${list(allowed)} in the spec of the template.`,
  }),
  'restart-policy-unfit': ({ policy, allowed, kind }) => ({
    what: `The pods of the ${kind} cannot have \`restartPolicy: ${policy}\`.`,
    fix: `Write ${list(allowed)}.`,
  }),
  'indexed-name-unfit': ({ name, pod, length }) => ({
    what: `Pods of the Job ${quoted(name)} would be called ${quoted(pod)}, which ${length > 63 ? `has ${length} characters (63 at most)` : 'has a dot in it'}.`,
    fix: length > 63 ? `Shorten the name by ${length - 63} or more.` : 'Write `-` for `.` in the name.',
  }),
  'selector-empty': ({ kind }) => ({
    what: `The selector of the ${kind} names no labels.`,
    fix: 'Copy the labels of the template into `matchLabels`.',
  }),
  'selector-mismatch': ({ kind }) => ({
    what: `The selector of the ${kind} does not pick the pods of its own template.`,
    fix: 'Write the labels of `selector.matchLabels` in the labels of the template too.',
  }),
  'port-name-missing': ({ count }) => ({
    what: `The Service has ${count} ports, and this one has no name.`,
    fix: 'Give every port a `name`, as in `http`.',
  }),
  'not-on-cluster': ({ what }) => ({
    what: `The cluster does not give Services ${what}.`,
    fix: 'Remove `ipFamilies` and `ipFamilyPolicy`.',
  }),
  'class-decides': ({ field }) => ({
    what: `The class of a pod decides about ${quoted(field)}, and the cluster refuses anything else that is written.`,
    fix: `Remove ${quoted(field)}.`,
  }),
  'cluster-ip-fixed': ({ ip }) => ({
    what: `The address ${quoted(ip)} is fixed, and the cluster refuses it when it is taken or not its own.`,
    fix: 'Remove it: the cluster gives an address, and programs use the name of the Service.',
  }),
  'devices-uncounted': ({ value }) => ({
    what: `${quoted(value)} is more than the cluster can count.`,
    fix: 'Write what one pod needs.',
  }),
  'field-manager-odd': ({ value }) => ({
    what: `${quoted(value)} is no name under which the cluster can keep who wrote a field.`,
    fix: 'Remove `managedFields`: the cluster keeps it itself.',
  }),
  'silently-dropped': ({ field }) => ({
    what: `The cluster drops ${quoted(field)} without a word, because the feature is off there.`,
    fix: `Remove ${quoted(field)}.`,
  }),
  'env-duplicate': ({ name }) => ({
    what: `The variable ${quoted(name)} is set twice, and only the last one counts.`,
    fix: 'Remove one of the two.',
  }),
  'env-name-odd': ({ value }) => ({
    what: `Shells and many programs cannot read a variable called ${quoted(value)}.`,
    fix: `Use letters, digits and \`_\`, with no digit first: \`${value.replaceAll(/[^A-Za-z0-9_]/g, '_').replace(/^(?=[0-9])/, '_')}\`.`,
  }),
} satisfies Sentences<ApiCodes>
