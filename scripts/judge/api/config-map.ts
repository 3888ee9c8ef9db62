import type { ConfigMap } from 'kubernetes-types/core/v1.js'
import { below } from './at.ts'
import { all, fields, join, none, refuse, type Check } from './check.ts'
import { objectMeta, ownGeneration } from './metadata.ts'
import { text } from './texts.ts'

const largest = 1024 * 1024
const key = text('config-key')
const meta = all(objectMeta('subdomain'), ownGeneration)

const keys: Check<Readonly<Record<string, string>>> = (data, at, around) =>
  Object.keys(data).reduce((found, name) => join(found, key(name, below(at, name), around)), none)

const onceOnly: Check<ConfigMap> = ({ data = {}, binaryData = {} }, at) =>
  Object.keys(data).reduce((found, name) => {
    if (!Object.hasOwn(binaryData, name)) return found
    return join(found, refuse('contradiction', { rule: 'text-and-bytes' }, below(at, 'data', name)))
  }, none)

/** Texts count as UTF-8, bytes as what their base64 stands for. */
const size: Check<ConfigMap> = ({ data = {}, binaryData = {} }, at) => {
  const texts = Object.values(data).reduce((sum, value) => sum + Buffer.byteLength(value), 0)
  const total = Object.values(binaryData).reduce((sum, value) => sum + Buffer.byteLength(value, 'base64'), texts)
  return total > largest ? refuse('too-large', { size: total, limit: largest, unit: 'bytes' }, at) : none
}

/** Source: pkg/apis/core/validation `ValidateConfigMap`. */
export const configMap: Check<ConfigMap> = all(
  ({ metadata = {} }, at, around) => meta(metadata, below(at, 'metadata'), around),
  fields<ConfigMap>({ data: keys, binaryData: keys }),
  onceOnly,
  size,
)
