import lab from '#lab/config'
import { invalid, unknownValue, type At } from './check.ts'

const presets: Readonly<Record<string, string>> = lab.images
const presetNames = Object.keys(presets)
const fullName = /^[a-z0-9][\w.-]*(:\d+)?(\/[\w.-]+)+(:\w[\w.-]{0,127})?(@sha256:[0-9a-f]{64})?$/i

/** The image of a preset where none or a wrong one was given. */
export const standInImage: string = Object.values(presets)[0] ?? ''

/** A preset, looked up; or a full name with tag or digest. */
export function checkImage(value: unknown, at: At): string | undefined {
  if (typeof value !== 'string') return invalid(at, value, 'image')
  if (Object.hasOwn(presets, value)) return presets[value]
  if (!value.includes('/')) return unknownValue(at, value, presetNames, official(value))
  if (!fullName.test(value)) return invalid(at, value, 'image-name')
  const tagged = /[:@]/.test(value.slice(value.lastIndexOf('/')))
  return tagged ? value : invalid(at, value, 'image-tag')
}

/** `ubuntu:24.04` is an image of Docker Hub's library; `pytorch:latest` is the lab's own. */
function official(value: string): string | undefined {
  const [, name = '', tag] = /^([a-z0-9.-]{1,40}):([\w.-]{1,40})$/.exec(value) ?? []
  if (Object.hasOwn(presets, name)) return name
  return tag === undefined || tag === 'latest' ? undefined : `docker.io/library/${value}`
}
