import type {
  AzureDiskVolumeSource,
  CinderVolumeSource,
  CSIVolumeSource,
  FCVolumeSource,
  FlexVolumeSource,
  FlockerVolumeSource,
  ISCSIVolumeSource,
  LocalObjectReference,
  QuobyteVolumeSource,
  StorageOSVolumeSource,
} from 'kubernetes-types/core/v1.js'
import { below } from './at.ts'
import { all, between, fields, given, isEmpty, join, needs, none, oneOf, refuse, type Check } from './check.ts'
import { lowered, text } from './texts.ts'

/** Volumes of single makers of storage: one rule each. Source: pkg/apis/core/validation `validate…VolumeSource`. */

const named = needs<LocalObjectReference>('name')
const lun = between(0, 255)

const initiator: Check<string> = (value, at) =>
  /^(?:iqn\.[0-9]{4}-[0-9]{2}\.[A-Za-z0-9.-]+:[^,;*&$|\t\n\f\r ]+|eui.[A-Za-z0-9]{16}|naa.[A-Za-z0-9]{32})$/.test(value)
    ? none
    : refuse('value-malformed', { value, form: 'iscsi-name' }, at)

const secretForChap: Check<ISCSIVolumeSource> = ({ chapAuthDiscovery, chapAuthSession, secretRef }, at) =>
  (chapAuthDiscovery || chapAuthSession) && !secretRef
    ? refuse('value-required', { field: 'secretRef' }, below(at, 'secretRef'))
    : none

export const iscsi: Check<ISCSIVolumeSource> = all(
  needs<ISCSIVolumeSource>('targetPortal', 'iqn'),
  fields<ISCSIVolumeSource>({ iqn: given(initiator), initiatorName: initiator, lun }),
  secretForChap,
)

export const fibreChannel: Check<FCVolumeSource> = ({ targetWWNs, wwids, lun: unit }, at, around) => {
  const members = ['targetWWNs', 'wwids']
  if (isEmpty(targetWWNs) && isEmpty(wwids))
    return refuse('value-required', { field: 'targetWWNs' }, below(at, 'targetWWNs'))
  const both =
    isEmpty(targetWWNs) || isEmpty(wwids) ? none : refuse('only-one-of', { fields: members }, below(at, 'targetWWNs'))
  if (isEmpty(targetWWNs)) return both
  const place = below(at, 'lun')
  return join(both, unit === undefined ? refuse('value-required', { field: 'lun' }, place) : lun(unit, place, around))
}

const reserved = /\.(?:kubernetes|k8s)\.io$/

export const flex: Check<FlexVolumeSource> = all(
  needs<FlexVolumeSource>('driver'),
  fields<FlexVolumeSource>({
    options: (options, at) =>
      Object.keys(options).reduce((found, key) => {
        const domain = `.${key.split('/', 1).join('').toLowerCase()}`
        return reserved.test(domain)
          ? join(found, refuse('value-malformed', { value: key, form: 'unreserved-key' }, below(at, key)))
          : found
      }, none),
  }),
)

const datasets = ['datasetName', 'datasetUUID']

export const flocker: Check<FlockerVolumeSource> = ({ datasetName = '', datasetUUID }, at) => {
  if (datasetName === '' && isEmpty(datasetUUID)) return refuse('value-required', { field: 'datasetName' }, at)
  const both = datasetName === '' || isEmpty(datasetUUID) ? none : refuse('only-one-of', { fields: datasets }, at)
  if (!datasetName.includes('/')) return both
  return join(both, refuse('value-malformed', { value: datasetName, form: 'no-slash' }, below(at, 'datasetName')))
}

const hostAndPort = /^(?:[^:[\]]*|\[[^[\]]*\]):[^:[\]]*$/

export const quobyte: Check<QuobyteVolumeSource> = all(
  needs<QuobyteVolumeSource>('registry', 'volume'),
  fields<QuobyteVolumeSource>({
    registry: given((value, at) =>
      value.split(',').every((pair) => hostAndPort.test(pair))
        ? none
        : refuse('value-malformed', { value, form: 'host-and-port' }, at),
    ),
    tenant: (value, at) => (Buffer.byteLength(value) > 64 ? refuse('value-required', { field: 'tenant' }, at) : none),
  }),
)

export const cinder: Check<CinderVolumeSource> = all(
  needs<CinderVolumeSource>('volumeID'),
  fields<CinderVolumeSource>({ secretRef: named }),
)

export const storageOs: Check<StorageOSVolumeSource> = all(
  needs<StorageOSVolumeSource>('volumeName'),
  fields<StorageOSVolumeSource>({
    volumeName: given(text('label')),
    volumeNamespace: given(text('label')),
    secretRef: named,
  }),
)

const diskUri: Check<AzureDiskVolumeSource> = ({ kind, diskURI }, at) => {
  const start = kind === 'Managed' ? '/subscriptions/' : 'https://'
  if (diskURI === '' || diskURI.startsWith(start)) return none
  return refuse('value-unsupported', { value: diskURI, allowed: [`${start}…`] }, below(at, 'diskURI'))
}

export const azureDisk: Check<AzureDiskVolumeSource> = all(
  needs<AzureDiskVolumeSource>('diskName', 'diskURI'),
  fields<AzureDiskVolumeSource>({
    cachingMode: oneOf('None', 'ReadOnly', 'ReadWrite'),
    kind: oneOf('Shared', 'Dedicated', 'Managed'),
  }),
  diskUri,
)

const longestDriver = 63

const driverName: Check<string> = (value, at, around) => {
  const size = Buffer.byteLength(value)
  return size > longestDriver
    ? refuse('too-large', { size, limit: longestDriver, unit: 'characters' }, at)
    : text('subdomain')(lowered(value), at, around)
}

export const csi: Check<CSIVolumeSource> = all(
  needs<CSIVolumeSource>('driver'),
  fields<CSIVolumeSource>({
    driver: given(driverName),
    nodePublishSecretRef: all(named, fields<LocalObjectReference>({ name: given(text('subdomain')) })),
  }),
)
