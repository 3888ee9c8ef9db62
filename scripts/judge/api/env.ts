import type {
  ConfigMapEnvSource,
  ConfigMapKeySelector,
  EnvFromSource,
  EnvVar,
  EnvVarSource,
} from 'kubernetes-types/core/v1.js'
import { below } from './at.ts'
import { all, each, fields, given, isEmpty, needs, none, refuse, refuseByLab, type Check } from './check.ts'
import { environmentField, environmentResource } from './downward.ts'
import { prefixOf, text } from './texts.ts'
import { unique } from './unique.ts'

type Origin = keyof EnvVarSource

const origins: readonly Origin[] = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef']

const keyOf = all(
  needs<ConfigMapKeySelector>('name', 'key'),
  fields<ConfigMapKeySelector>({ name: given(text('subdomain')), key: given(text('config-key')) }),
)

const source = fields<EnvVarSource>({
  fieldRef: environmentField,
  resourceFieldRef: environmentResource,
  configMapKeyRef: keyOf,
  secretKeyRef: keyOf,
})

const oneOrigin: Check<EnvVar> = ({ value, valueFrom }, at) => {
  if (valueFrom === undefined || valueFrom === null) return none
  const set = origins.filter((origin) => valueFrom[origin])
  const place = below(at, 'valueFrom')
  if (set.length === 0) return refuse('one-of-missing', { fields: origins }, place)
  if (!isEmpty(value)) return refuse('only-one-of', { fields: ['value', 'valueFrom'] }, place)
  return set.length > 1 ? refuse('only-one-of', { fields: set }, place) : none
}

const environmentName = text('environment-name')

/** The server takes any printable name; shells and programs read only these. */
const readableName: Check<string> = (value, at, around) => {
  const found = environmentName(value, at, around)
  return found.length > 0 || /^[A-Za-z_][A-Za-z0-9_]*$/.test(value) ? found : refuseByLab('env-name-odd', { value }, at)
}

/** The server takes the last of two; nobody means two. */
const distinctNames = unique<EnvVar>(
  ({ name }) => name,
  ['name'],
  (name, at) => refuseByLab('env-duplicate', { name }, at),
)

/** Source: pkg/apis/core/validation `ValidateEnv`; the last two rules are the lab's. */
export const env: Check<readonly EnvVar[]> = all(
  each(all(needs<EnvVar>('name'), fields<EnvVar>({ name: given(readableName), valueFrom: source }), oneOrigin)),
  distinctNames,
)

const named = all(
  needs<ConfigMapEnvSource>('name'),
  fields<ConfigMapEnvSource>({ name: given(prefixOf(text('subdomain'))) }),
)

const oneObject: Check<EnvFromSource> = ({ configMapRef, secretRef }, at) => {
  const members = ['configMapRef', 'secretRef']
  if (configMapRef && secretRef) return refuse('only-one-of', { fields: members }, at)
  return configMapRef || secretRef ? none : refuse('one-of-missing', { fields: members }, at)
}

/** Source: pkg/apis/core/validation `ValidateEnvFrom`. */
export const envFrom: Check<readonly EnvFromSource[]> = each(
  all(
    fields<EnvFromSource>({
      prefix: given(environmentName),
      configMapRef: named,
      secretRef: named,
    }),
    oneObject,
  ),
)
