/** What the sandbox has to say: code that does not run, does not end, or exports what is no manifest. */
export interface EvaluateCodes {
  'syntax-error': { message: string }
  threw: { message: string }
  'out-of-steps': { limit: number }
  'out-of-memory': { limit: number }
  'took-too-long': { seconds: number }
}
