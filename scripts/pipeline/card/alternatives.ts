import type { Alternative, AlternativeCode, AlternativeCodes } from '../../model/card.ts'
import type { Code, Codes, Finding } from '../../model/finding.ts'
import type { GpuModel, Lab } from '../../model/lab.ts'

/**
 * What the author could ask for so that nobody has to say yes: one for each open finding, each computed from its number and its limit.
 * Empty as soon as one of them has none: half a way out is none.
 */
export function alternativesTo(open: readonly Finding[], lab: Lab): readonly Alternative[] {
  const ways = open.map((finding) => wayOut(finding, lab))
  const known = ways.filter((way) => way !== undefined)
  return known.length === ways.length ? onceEach(known) : []
}

type Ways = { readonly [C in Code]?: (args: Codes[C], request: string, lab: Lab) => Alternative | undefined }

const ways: Ways = {
  'member-gpus': ({ room }, request) => noMore(request, 'gpus', room),
  'member-cpu': ({ room }, request) => noMore(request, 'cores', room),
  'member-gpu-hours': ({ room }, request) => noMore(request, 'gpu-hours', room),
  'job-gpus': ({ limit }, request) => noMore(request, 'gpus', limit),
  'job-hours': ({ limit }, request) => noMore(request, 'hours', limit),
  'job-retries': ({ limit }, request) => noMore(request, 'retries', limit),
  'disk-size': ({ limit }, request) => alternative('no-larger-than', { request, most: limit, what: 'disk' }),
  'gpu-class': ({ model }, request, lab) => {
    const cards = openCards(model, lab)
    return cards.length === 0 ? undefined : alternative('other-card', { request, model, cards })
  },
  'image-unlisted': ({ image }, request, lab) =>
    alternative('listed-image', { request, image, images: Object.keys(lab.images) }),
  'field-unusual': (_, request) => alternative('without-patch', { request }),
  'priority-special': (_, request) => alternative('without-priority', { request }),
  'key-in-the-clear': ({ variable }, request) => alternative('secret-instead', { request, variable }),
}

function wayOut({ code, args, request }: Finding, lab: Lab): Alternative | undefined {
  const find = ways[code] as ((args: unknown, request: string, lab: Lab) => Alternative | undefined) | undefined
  return request === undefined ? undefined : find?.(args, request, lab)
}

/** Nothing is no way out. */
function noMore(
  request: string,
  what: AlternativeCodes['no-more-than']['what'],
  most: number,
): Alternative | undefined {
  return most > 0 ? alternative('no-more-than', { request, most, what }) : undefined
}

function alternative<C extends AlternativeCode>(code: C, args: AlternativeCodes[C]): Alternative {
  return { code, args } as unknown as Alternative
}

/** At most three open cards: those with as much memory, the smallest first; else those that come nearest. */
function openCards(model: string, lab: Lab): readonly string[] {
  const wanted = lab.gpus[model]?.memory ?? 0
  const open = Object.entries(lab.gpus).filter(([, { access, old }]) => access === undefined && old !== true)
  const gap = ([, { memory }]: readonly [string, GpuModel]): number =>
    memory >= wanted ? memory - wanted : 1000 + wanted - memory
  return open
    .toSorted((a, b) => gap(a) - gap(b) || (b[1].seen ?? 0) - (a[1].seen ?? 0))
    .slice(0, 3)
    .map(([name]) => name)
}

function onceEach(all: readonly Alternative[]): readonly Alternative[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}
