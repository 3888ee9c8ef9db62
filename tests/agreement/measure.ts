import { change } from './changes/index.ts'
import { drawing } from './draw.ts'
import { type Kind, makeManifest } from './manifests/make-manifest.ts'
import { type Asked, compare, type Comparison } from './verdict/compare.ts'
import { type Judge } from './verdict/ours.ts'
import type { Server } from './verdict/server.ts'

/** Whom to ask. */
export interface Judges {
  readonly ours: Judge
  /** Many at a time. */
  readonly dryRun: Server
  /** One at a time. */
  readonly forReal: Server
}

export interface Wanted {
  readonly count: number
  readonly seed: number
  readonly kinds: readonly Kind[]
}

/** How often the kinds come: those with more rules more often. */
const rota: readonly Kind[] = [
  ...(['Pod', 'Job', 'Service', 'Deployment', 'Pod', 'Job', 'PersistentVolumeClaim', 'Ingress'] as const),
  ...(['Pod', 'Service', 'Job', 'ConfigMap', 'Deployment', 'Pod', 'PersistentVolumeClaim', 'Ingress'] as const),
]

/** As many questions as are under way at a time. */
const abreast = 16

/** Of what both accept, so many are made for real. */
const realShare = 1 / 10

export interface Made {
  readonly kind: Kind
  readonly base: Asked['manifest']
  readonly manifest: Asked['manifest']
  readonly changes: Asked['changes']
}

/** The manifest of this number. */
export function made({ seed, kinds }: Omit<Wanted, 'count'>, index: number): Made {
  const draw = drawing(seed, index)
  const kind = draw.pick(rota.filter((one) => kinds.includes(one)))
  const base = makeManifest(kind, draw)
  const { manifest, names } = change(base, draw)
  return { kind, base, manifest, changes: names }
}

/** Asks both about so many manifests; what a dry run took is made for real where we refuse it, and sometimes where we do not. */
export async function measure(
  wanted: Wanted,
  { ours, dryRun, forReal }: Judges,
  tell: (done: number) => void = () => {},
): Promise<readonly Comparison[]> {
  const compared: Comparison[] = []
  let next = 0
  let done = 0
  const askOne = async (index: number): Promise<void> => {
    const { kind, manifest, changes } = made(wanted, index)
    compared[index] = compare({ kind, changes, manifest, verdict: await dryRun(manifest, kind) }, ours)
    tell(++done)
  }
  const askOn = async (): Promise<void> => {
    while (next < wanted.count) await askOne(next++)
  }
  await Promise.all(Array.from({ length: abreast }, askOn))
  for (const [index, one] of compared.entries()) {
    const draw = drawing(wanted.seed, -1 - index)
    const doubted = one.agreement === 'wrongly refused' || (one.agreement === 'both accept' && draw.chance(realShare))
    if (doubted) compared[index] = compare({ ...one, verdict: await forReal(one.manifest, one.kind) }, ours)
  }
  return compared
}
