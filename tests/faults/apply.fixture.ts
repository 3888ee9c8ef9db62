/** An apply in a process of its own, to be killed: `apply.fixture.ts <kubeconfig> <namespace>`. */
import { connect } from '../../scripts/cluster/index.ts'
import { carryOut } from '../../scripts/pipeline/apply/carry-out.ts'
import { after, labOf } from './scenario.ts'

const [file = '', namespace = ''] = process.argv.slice(2)
const connection = await connect({ file, env: process.env, home: '' }, { namespace })
const now = '2026-11-24T10:00:00Z'
await carryOut(connection, { desired: after, lab: labOf(namespace), now, options: { prune: 6 } })
connection.close()
