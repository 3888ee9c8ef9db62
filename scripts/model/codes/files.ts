/** What is wrong with files before anybody reads them as TypeScript. */
export interface FileCodes {
  'not-utf8': { offset: number }
}
