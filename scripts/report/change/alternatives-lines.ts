import type { Alternative, AlternativeCode, AlternativeCodes, Card } from '../../model/card.ts'
import { code } from '../code.ts'

const units: Readonly<Record<AlternativeCodes['no-more-than']['what'], string>> = {
  gpus: 'GPUs',
  hours: 'hours',
  cores: 'cores',
  'gpu-hours': 'GPU-hours (GPUs × hours)',
  retries: 'retries',
}

const sentences: { readonly [C in AlternativeCode]: (args: AlternativeCodes[C]) => string } = {
  'no-more-than': ({ most, what }) => `at most **${most} ${what === 'gpus' && most === 1 ? 'GPU' : units[what]}**`,
  'no-larger-than': ({ most, what }) => `at most **${code(most)}** of ${what}`,
  'other-card': ({ model, cards }) => `${either(cards)} in place of ${code(model)}`,
  'listed-image': ({ images }) => `one of the lab’s images (${images.map(code).join(', ')})`,
  'without-patch': () => `no ${code('patch')}`,
  'without-priority': () => 'no priority of its own',
  'secret-instead': ({ variable }) => `${code(variable)} among ${code('secrets')} in place of ${code('env')}`,
}

/** What would pass without an admin: all of it together, since each open finding needs its own. */
export function alternativesLines({ alternatives }: Card): readonly string[] {
  if (alternatives.length === 0) return []
  const byRequest = [...Map.groupBy(alternatives, ({ args }) => args.request)]
  const rows = byRequest.slice(0, 5).map(([request, own]) => `- ${code(request)} with ${and(own.map(told))}`)
  return ['', '**Passes without an admin**', '', ...rows]
}

function told({ code: which, args }: Alternative): string {
  return (sentences[which] as (args: AlternativeCodes[AlternativeCode]) => string)(args)
}

function either(names: readonly string[]): string {
  const texts = names.map(code)
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`
}

function and(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} **and** ${texts.at(-1)}`
}
