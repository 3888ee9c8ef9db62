/** The command line asks for what cannot be: the message says what and how to ask instead. */
export class UsageError extends Error {}
