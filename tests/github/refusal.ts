/** GitHub says no. */
export class Refusal extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export function notFound(): never {
  throw new Refusal(404, 'Not Found')
}
