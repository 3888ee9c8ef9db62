import type { ApiCodes } from '../../model/codes/api.ts'

/** The API server's own word for what is wrong. Source: apimachinery `pkg/util/validation/field/errors.go`. */
export type ServerReason =
  | 'Required'
  | 'Invalid'
  | 'NotSupported'
  | 'Duplicate'
  | 'Forbidden'
  | 'TooLong'
  | 'TooMany'
  | 'NotFound'
  | 'Undecodable'

/** Codes of what the server takes and the lab does not. */
type LabCode =
  | 'class-decides'
  | 'cluster-ip-fixed'
  | 'devices-uncounted'
  | 'env-duplicate'
  | 'env-name-odd'
  | 'field-manager-odd'
  | 'silently-dropped'

export type ServerCode = Exclude<keyof ApiCodes, LabCode>

/** What the server would say where we say this. */
export const serverReasons: Readonly<Record<ServerCode, ServerReason>> = {
  'value-required': 'Required',
  'value-malformed': 'Invalid',
  'value-unsupported': 'NotSupported',
  'value-duplicate': 'Duplicate',
  'out-of-range': 'Invalid',
  'name-invalid': 'Invalid',
  'name-too-long': 'Invalid',
  'too-large': 'TooLong',
  'too-many': 'TooMany',
  'list-too-long': 'Invalid',
  'field-forbidden': 'Forbidden',
  contradiction: 'Invalid',
  'only-one-of': 'Invalid',
  'one-of-required': 'Required',
  'one-of-missing': 'Invalid',
  'operator-unknown': 'Invalid',
  'one-value-needed': 'Required',
  'quantity-invalid': 'Undecodable',
  'quantity-negative': 'Invalid',
  'quantity-zero': 'Invalid',
  'resource-unknown': 'Invalid',
  'resource-fractional': 'Invalid',
  'hugepages-indivisible': 'Invalid',
  'request-over-limit': 'Invalid',
  'extended-request-differs': 'Invalid',
  'extended-limit-missing': 'Required',
  'mount-without-volume': 'NotFound',
  'mount-path-duplicate': 'Invalid',
  'device-duplicate': 'Invalid',
  'volume-sources': 'Forbidden',
  'projected-twice': 'Invalid',
  'storage-missing': 'Required',
  'restart-policy-missing': 'Required',
  'restart-policy-unfit': 'NotSupported',
  'indexed-name-unfit': 'Invalid',
  'selector-empty': 'Invalid',
  'selector-mismatch': 'Invalid',
  'port-name-missing': 'Required',
  'not-on-cluster': 'Invalid',
}
