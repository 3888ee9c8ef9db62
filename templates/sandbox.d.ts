// What a request has not: said here, so that the editor answers with a name that tells, not with advice to install Node's types.

/** A request runs without files, network, environment, clock and screen: it is data about a run, not the run. */
interface NotInARequest {
  readonly notInARequest: never
}

declare const process: NotInARequest
declare const console: NotInARequest
declare const require: NotInARequest
declare const fetch: NotInARequest
declare const Buffer: NotInARequest
declare const setTimeout: NotInARequest
declare const setInterval: NotInARequest

declare module 'node:*' {
  const notInARequest: NotInARequest
  export default notInARequest
}
