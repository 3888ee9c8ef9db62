/** What a template says about its own arguments, all at once. */
export interface OptionCodes {
  'option-unknown': { template: string; option: string; near?: string }
  'option-missing': { template: string; option: string }
  'option-invalid': { template: string; option: string; got: string; expected: string }
}
