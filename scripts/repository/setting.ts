import type { Lab, ReviewLevel } from '../model/lab.ts'
import type { Answer, Judgement, SettingId } from '../model/settings.ts'

/** What is looked at, and what its rows need to know before they look. */
export interface Here {
  readonly lab: Lab
  /** `/repos/uci/lab`. */
  readonly path: string
  readonly isPrivate: boolean
  readonly isOrganization: boolean
  /** Those that hold for main. */
  readonly rulesets: readonly number[]
}

/** Some addresses, and what their answers mean, in the same order. */
export interface Look {
  readonly of?: string
  readonly paths: readonly string[]
  readonly judge: (...answers: readonly Answer[]) => Judgement
}

/** One setting: from which level on it is wanted, and how it is looked at. Why, and where to click, is in `report/sentences/settings.ts`. */
export interface Setting {
  readonly id: SettingId
  readonly from: ReviewLevel['level']
  /** Looked at hourly, too. */
  readonly audited?: true
  readonly looks: (here: Here) => readonly Look[]
}
