import { ask } from './ask.ts'
import { made } from './made.ts'
import type { NotebookOptions } from './options.ts'
import { sessionPod, type Session } from './session.ts'

/** Jupyter in a session: `export default notebook('nb', { gpu: '1x11GB', image: 'jupyter', hours: 6 })` */
export function notebook(name: string, options: NotebookOptions): Session {
  const request = ask('notebook', name, options)
  const { port = 8888, mounts = [] } = request.asked
  return made('notebook', sessionPod(request, jupyter(port, mounts[0]?.path), [port]), request.faults)
}

/** Listens on the pod's own loopback, so nobody else in the namespace gets in; opens on the first disk, for the rest is lost at the end. */
function jupyter(port: number, root: string | undefined): readonly string[] {
  const flags = ['--ip=127.0.0.1', `--port=${port}`, '--no-browser', '--allow-root']
  return ['jupyter', 'lab', ...flags, ...(root === undefined ? [] : [`--ServerApp.root_dir=${root}`])]
}
