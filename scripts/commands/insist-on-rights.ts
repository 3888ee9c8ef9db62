import { missingRights, type Connection, type Greeting, type Identity } from '../cluster/index.ts'
import { OutOfReach } from './out-of-reach.ts'

/** Seconds (`apply.md` 7). */
const tokenMinimum = 15 * 60

/** Before the first write: with half the rights, or a login that is almost over, work would end half done. */
export async function insistOnRights(
  connection: Connection,
  { secondsLeft }: Greeting,
  identity: Identity,
): Promise<void> {
  const missing = await missingRights(connection, identity)
  if (missing.length > 0)
    throw new OutOfReach(
      `this login lacks rights that \`${identity}\` needs: ${missing.join(', ')}. \`lab rights\` prints what an admin applies once.`,
    )
  if (secondsLeft !== undefined && secondsLeft < tokenMinimum)
    throw new OutOfReach(
      `this login is over in ${Math.max(0, secondsLeft)} s, and this wants ${tokenMinimum / 60} min. Log in again.`,
    )
}
