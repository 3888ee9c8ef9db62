import { remembered } from '../../../model/remembered.ts'

/** An image as the container runtime reads it: `pytorch/pytorch` is `docker.io/pytorch/pytorch`. */
export interface ImageName {
  readonly host: string
  /** Host and path, without tag and digest: `docker.io/library/python`. */
  readonly repository: string
  readonly tag?: string
  readonly digest?: string
}

const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*'
const syntax = new RegExp(
  `^(${component}(?:/${component})*)(?::([\\w][\\w.-]{0,127}))?(?:@(sha256:[a-f0-9]{64}|sha512:[a-f0-9]{128}))?$`,
)
const hostSyntax = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*(?::\d+)?$/i
const longest = 512

/** `undefined` where no runtime would read it. Source: the reference grammar of `distribution/reference`. */
export const imageName = remembered((image): ImageName | undefined => {
  if (image.length > longest) return undefined
  const slash = image.indexOf('/')
  const first = slash < 0 ? '' : image.slice(0, slash)
  const isHost = first.includes('.') || first.includes(':') || first === 'localhost'
  const [, path, tag, digest] = syntax.exec(isHost ? image.slice(slash + 1) : image) ?? []
  if (path === undefined || (isHost && !hostSyntax.test(first))) return undefined
  const host = isHost ? first.toLowerCase() : 'docker.io'
  const inside = host === 'docker.io' && !path.includes('/') ? `library/${path}` : path
  return {
    host,
    repository: `${host}/${inside}`,
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
  }
})
