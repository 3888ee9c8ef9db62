import { discover } from '../discover/index.ts'
import { applyGrants, judgeLab, totalsOf, type LabFault } from '../judge/lab/index.ts'
import { aimOf } from '../locate/index.ts'
import type { Finding } from '../model/finding.ts'
import type { Footprint } from '../model/footprint.ts'
import { dayIn } from '../model/day.ts'
import type { Rendered } from '../model/rendered.ts'
import type { LiftedFinding, Total } from '../model/report.ts'
import type { Folder, House } from '../model/request.ts'
import { houseAt } from './house-at.ts'
import { locatorOf } from './locator-of.ts'
import { placed } from './place.ts'
import { folderSetting, judgeFolders, type JudgeFoldersOptions } from './judge-folders.ts'

export interface CheckInput extends Omit<JudgeFoldersOptions, 'house' | 'today'> {
  /** The folder of `lab.config.ts`, `templates/` and `grants/`. */
  readonly houseRoot: string
  /** Another lab than `lab.config.ts`, as fixtures bring. */
  readonly config?: string
  readonly usersRoot: string
  readonly now: Date
}

/** What a check knows: everything the report, the renderer and the plan are made from. */
export interface Checked {
  readonly house: House
  readonly folders: readonly Folder[]
  readonly footprints: readonly Footprint[]
  readonly rendered: readonly Rendered[]
  readonly findings: readonly Finding[]
  /** Those of them that are about a member or the lab as a whole: each stands at one line and concerns every request of its member. */
  readonly together: ReadonlySet<Finding>
  readonly lifted: readonly LiftedFinding[]
}

/** Reads the lab and everybody's requests, and judges them. Findings are collected: only a broken tool throws. */
export async function checkLab(input: CheckInput): Promise<Checked> {
  const { house, findings } = await houseAt(input.houseRoot, input)
  const setting = folderSetting({ ...input, house, today: dayIn(house.lab.timeZone, input.now) })
  input.workers.tell(setting)
  const tree = discover(input.usersRoot, { shownRoot: 'users' })
  const checked = await checkFolders(tree.folders, house, { ...input, setting })
  return { ...checked, findings: [...findings, ...tree.findings, ...checked.findings] }
}

/** What folders in memory are checked with. */
export type FoldersInput = Omit<CheckInput, 'houseRoot' | 'config' | 'usersRoot'>

/** The same for folders that are in memory already, as a Git base is. */
export async function checkFolders(folders: readonly Folder[], house: House, input: FoldersInput): Promise<Checked> {
  const today = dayIn(house.lab.timeZone, input.now)
  const { folders: judged, house: aboutHouse } = await judgeFolders(folders, { ...input, house, today })
  const footprints = judged.flatMap((folder) => folder.footprints)
  const alone = applyGrants(
    judged.flatMap((folder) => folder.findings),
    house.grants,
    today,
  )
  const together = applyGrants(placeLabFaults(judgeLab(footprints, house, today), folders), house.grants, today)
  return {
    house,
    folders,
    footprints,
    rendered: judged.flatMap((folder) => folder.rendered),
    findings: [...aboutHouse, ...alone.open, ...together.open],
    together: new Set(together.open),
    lifted: [...alone.lifted, ...together.lifted],
  }
}

/** Sums against caps: of the members named, and of the lab. */
export function totalsFor({ footprints, house }: Checked, owners: ReadonlySet<string>): readonly Total[] {
  return totalsOf(footprints, house.lab, owners)
}

function placeLabFaults(faults: readonly LabFault[], folders: readonly Folder[]): readonly Finding[] {
  const folderOf = new Map(folders.flatMap((folder) => folder.sources.map((source) => [source.file, folder] as const)))
  return faults.map(({ fault, request, file, object }) => {
    if (object === undefined) return placed(fault, { file }, { request })
    const locate = locatorOf(folderOf.get(file)?.sources ?? [])
    const place = locate({ kind: 'manifest', origin: object.origin, path: fault.path, aim: aimOf(fault.code) })
    return placed(fault, place, { request, object: object.id })
  })
}
