/** Loaded into every Node of a run whose clock is ahead: `LAB_CLOCK_AHEAD`, in seconds. */
const ahead = Number(process.env['LAB_CLOCK_AHEAD']) * 1000
const { now } = Date

Date.now = () => now() + ahead
globalThis.Date = new Proxy(Date, {
  construct: (date, given, as: typeof Date) =>
    Reflect.construct(date, given.length === 0 ? [Date.now()] : given, as) as Date,
})
