import type { Json } from '../../../scripts/model/json.ts'
import { makeField } from '../manifests/make-value.ts'
import { definitions } from '../manifests/schema.ts'
import type { Site } from '../manifests/sites.ts'
import { at, isEntry, isText, type Change, type TextSite } from './change.ts'
import { put, rename } from './edit.ts'
import { oddAmounts, oddKeys, oddNumbers, oddTexts } from './odd-values.ts'

/** Changes of one value that stays of its type. */

/** Fields with a few values that the schema calls texts. */
const spoken: ReadonlySet<string> = new Set([
  'Container.restartPolicy',
  'ContainerResizePolicy.resourceName',
  'ContainerResizePolicy.restartPolicy',
  'LabelSelectorRequirement.operator',
  'PodFailurePolicyOnPodConditionsPattern.status',
  'PodOS.name',
  'PodSecurityContext.seLinuxChangePolicy',
  'ServiceSpec.trafficDistribution',
  'VolumeMount.recursiveReadOnly',
])

const enums = [
  ...new Set(
    [...definitions.values()].flatMap(({ properties = {} }) =>
      Object.values(properties).flatMap((schema) => schema.enum ?? []),
    ),
  ),
].filter((value) => typeof value === 'string' && !value.startsWith('SIG'))

const isChoice = (site: Site): site is TextSite =>
  typeof site.value === 'string' && (site.shape?.schema.enum !== undefined || spoken.has(site.field ?? ''))

/** Another of its values, one of somebody else's, or nearly one. */
export const choice: Change = at(isChoice, (manifest, { path, value, shape }, draw) => {
  const own = (shape?.schema.enum ?? []).filter((one) => one !== null)
  const near = [value.toLowerCase(), value.toUpperCase(), `${value} `, '']
  const lists = [own, near, enums].filter((list) => list.length > 0)
  return put(manifest, path, draw.pick(draw.pick(lists)) as Json)
})

/** A number at the edge of some range, or beside itself. */
export const range: Change = at(
  ({ value }) => typeof value === 'number',
  (manifest, { path, value }, draw) => {
    const beside = [Number(value) + 1, Number(value) - 1, -Number(value)]
    return put(manifest, path, draw.pick(draw.chance(0.2) ? beside : oddNumbers))
  },
)

/** A text or a key that some grammar has an opinion on. */
export const badName: Change = (manifest, draw) => {
  const text = at(isText, (whole, { path }) => put(whole, path, draw.pick(oddTexts)))
  const key = at(isEntry, (whole, { path }) => rename(whole, path, draw.pick(oddKeys)))
  return draw.pick([text, text, key])(manifest, draw)
}

const isAmount = ({ shape }: Site): boolean => shape?.schema.format === 'quantity'

/** An amount that is none, or of something that is none. */
export const badQuantity: Change = (manifest, draw) => {
  const amount = at(isAmount, (whole, { path }) => put(whole, path, draw.pick(oddAmounts)))
  const resource = at(
    (site) => isAmount(site) && isEntry(site),
    (whole, { path }) => rename(whole, path, draw.pick(oddKeys)),
  )
  return draw.pick([amount, amount, resource])(manifest, draw)
}

const stranger = [
  'é',
  '漢',
  '😀',
  '\u0301',
  '\u200d',
  '\u0000',
  '\u001b',
  '\u2028',
  '\ufeff',
  '\ud7ff',
  'İ',
  'ß',
  '\u00a0',
  '\u202e',
]

/** A sign in a text or a key that is not ASCII, or not seen; sometimes very often. */
export const unicode: Change = (manifest, draw) => {
  const strange = (text: string): string => {
    const place = draw.int(0, text.length)
    const sign = draw.pick(stranger)
    return `${text.slice(0, place)}${draw.chance(0.1) ? sign.repeat(300) : sign}${text.slice(place)}`
  }
  const value = at(isText, (whole, { path, value: text }) => put(whole, path, strange(text)))
  const key = at(isEntry, (whole, { path }) => rename(whole, path, strange(String(path.at(-1)))))
  return draw.pick([value, value, key])(manifest, draw)
}

/** What may be right as well. */
export const otherValue: Change = at(
  ({ field }) => field !== undefined && !/^\w+\.(?:kind|apiVersion)$/.test(field),
  (manifest, { path, field = '' }, draw) => {
    const [definition = '', name = ''] = field.split('.')
    const schema = definitions.get(definition)?.properties?.[name]
    return schema && put(manifest, path, makeField(definition, name, schema, { draw, richness: 0.4 }))
  },
)
