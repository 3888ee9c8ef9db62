/** Formats that the server's decoder refuses when they are wrong. Generated validators import this table; all else they need is in them. */
export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  byte: isBase64,
  date: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text),
  'date-time': isTime,
}

/** Standard base64 with padding; line breaks count for nothing. Source: Go's `encoding/base64`. No pattern with a group repeated: long texts overflow it. */
function isBase64(text: string): boolean {
  const letters = text.replaceAll(/[\r\n]/g, '')
  return letters.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(letters)
}

/** RFC 3339 as Go's `time.Parse` reads it. */
function isTime(text: string): boolean {
  const [, day, hour, minute, second] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:[.,]\d+)?(?:Z|[+-](?:[01]\d|2[0-4]):[0-5]\d)$/.exec(text) ?? []
  return day !== undefined && isDay(day) && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
}

function isDay(day: string): boolean {
  const time = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day)
}
