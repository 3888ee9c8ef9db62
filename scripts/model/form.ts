/** What the form asks, by the heading that its answer stands under. */
export const formLabels = {
  purpose: 'What do you need?',
  name: 'Name',
  gpu: 'GPU',
  count: 'How many GPUs',
  hours: 'Hours',
  image: 'Image',
  disk: 'Disk',
  code: 'Code',
  command: 'Command',
} as const

export type FormField = keyof typeof formLabels

export type Purpose = 'session' | 'notebook' | 'job' | 'disk'

/** A disk of its own, so large; or the one that another request of the same member exports as `data`. */
export type FormDisk = { readonly size: string } | { readonly from: string }

/** What a filled form asks for: nothing in it is foreign but `command`. */
export type FormAnswers = { readonly purpose: 'disk'; readonly name: string; readonly size: string } | FormRun

export interface FormRun {
  readonly purpose: Exclude<Purpose, 'disk'>
  readonly name: string
  /** `1x24GB`. */
  readonly gpu?: string
  readonly hours: number
  /** A preset of the lab. */
  readonly image: string
  readonly disk?: FormDisk
  readonly code?: { readonly repo: string; readonly ref: string }
  /** Of a job. */
  readonly command?: string
}

/** What is wrong with a filled form, each with its evidence. Sentences are made elsewhere. */
export interface FormCodes {
  'form-not-whole': { missing: readonly FormField[] }
  'form-heading-twice': { field: FormField }
  'form-empty': { field: FormField; purpose: Purpose }
  'form-option': { field: FormField; got: string }
  'form-name': { got: string; most: number; write?: string }
  'form-number': { field: FormField; got: string; most: number; purpose: Purpose }
  'form-disk': { got: string; near?: string }
  'form-size': { got: string }
  'form-code': { got: string }
  'form-too-long': { field: FormField; length: number; limit: number }
  'form-crowded': { limit: number }
  'form-exists': { file: string }
  'form-stranger': { login: string; near?: string }
  'form-other-account': { login: string; id: number; expected: number }
}

export type FormCode = keyof FormCodes

export type FormFault<C extends FormCode = FormCode> = {
  [K in C]: { readonly code: K; readonly args: FormCodes[K] }
}[C]

/** The file that a form asks for. */
export interface FormRequest {
  readonly login: string
  readonly answers: FormAnswers
  readonly file: string
  readonly text: string
}

/** What we say to whoever filled in a form, in Markdown, and how their pull request is called. */
export interface FormWords {
  readonly findings: (faults: readonly FormFault[]) => string
  readonly opened: (pull: number) => string
  /** Where we may not open pull requests. */
  readonly link: (request: FormRequest) => string
  readonly title: (request: FormRequest) => string
  readonly text: (request: FormRequest, issue: number) => string
}

/** Before the number of the issue, in the name of the branch on which its request waits. */
export const formBranch = 'form/'

/** Before the number of the comment, in the name of the branch on which a removal waits. */
export const cancelBranch = 'cancel/'

/** Before the number of the comment, in the name of the branch of a grant: judged where it is made, and nowhere else. */
export const grantBranch = 'grant/'
