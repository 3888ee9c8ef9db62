/** What we need answers badly or not at all: nobody's mistake here, and no bug either. The message says what and why. */
export class OutOfReach extends Error {}
