import type {
  PersistentVolumeClaimSpec,
  TypedLocalObjectReference,
  TypedObjectReference,
  VolumeResourceRequirements,
} from 'kubernetes-types/core/v1.js'
import { nanos } from '../../model/quantity.ts'
import { below } from './at.ts'
import { all, fields, given, isEmpty, join, needs, none, oneOf, refuse, type Check } from './check.ts'
import { dropped } from './dropped.ts'
import { labelSelector } from './labels.ts'
import { positiveQuantity, type Amount } from './quantity-rules.ts'
import { text } from './texts.ts'

const knownModes = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod']

const knownMode = oneOf(...knownModes)

/** The server names the place of the list, not of the mode. */
const accessModes: Check<readonly string[]> = (modes, at, around) => {
  const found = modes.reduce((so, mode) => join(so, knownMode(mode, at, around)), none)
  const alone =
    !modes.includes('ReadWriteOncePod') ||
    modes.every((mode) => mode === 'ReadWriteOncePod' || !knownModes.includes(mode))
  return alone ? found : join(found, refuse('field-forbidden', { field: 'accessModes', because: 'once-pod-alone' }, at))
}

/** The server names the place without `requests`. */
const storage: Check<PersistentVolumeClaimSpec> = ({ resources }, at, around) => {
  const size = resources?.requests?.['storage']
  const place = below(at, 'resources', 'requests', 'storage')
  return size === undefined
    ? refuse('storage-missing', { example: '100Gi' }, place)
    : positiveQuantity(size, place, around)
}

const readableList: Check<Readonly<Record<string, Amount>>> = (amounts, at) =>
  Object.entries(amounts).reduce((found, [name, value]) => {
    return nanos(value) === undefined
      ? join(found, refuse('quantity-invalid', { value: String(value) }, below(at, name)))
      : found
  }, none)

/** Amounts that the server only reads; the size is judged by itself. */
const readable: Check<VolumeResourceRequirements> = ({ limits = {}, requests = {} }, at, around) => {
  const { storage: _, ...others } = requests
  return join(readableList(limits, below(at, 'limits'), around), readableList(others, below(at, 'requests'), around))
}

const claimKind: Check<Partial<TypedLocalObjectReference>> = ({ apiGroup, kind = '' }, at) =>
  isEmpty(apiGroup) && kind !== 'PersistentVolumeClaim'
    ? refuse('value-malformed', { value: kind, form: 'claim-kind' }, at)
    : none

const dataSource = all<TypedLocalObjectReference>(
  needs<TypedLocalObjectReference>('name', 'kind'),
  claimKind,
  fields<TypedLocalObjectReference>({ apiGroup: given(text('subdomain')) }),
)

const dataSourceRef = all<TypedObjectReference>(
  dataSource,
  fields<TypedObjectReference>({ namespace: given(text('label')) }),
)

/** Both say the same; what comes from another namespace only the new field can say. */
const dataSources: Check<PersistentVolumeClaimSpec> = ({ dataSource: one, dataSourceRef: other }, at) => {
  if (one === undefined || other === undefined) return none
  const equal = one.apiGroup === other.apiGroup && one.kind === other.kind && one.name === other.name
  return equal && isEmpty(other.namespace) ? none : refuse('contradiction', { rule: 'data-sources-differ' }, at)
}

/** What a disk must be. Source: pkg/apis/core/validation `ValidatePersistentVolumeClaimSpec`. */
export const claimSpec: Check<PersistentVolumeClaimSpec> = all(
  needs<PersistentVolumeClaimSpec>('accessModes'),
  storage,
  fields<PersistentVolumeClaimSpec>({
    accessModes,
    selector: labelSelector,
    resources: readable,
    storageClassName: given(text('subdomain')),
    volumeMode: oneOf('Block', 'Filesystem'),
    dataSource,
    dataSourceRef,
  }),
  dataSources,
  dropped('volumeAttributesClassName'),
)
