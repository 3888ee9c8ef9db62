import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** TypeScript's native program for this machine; called directly, for its wrapper in Node takes longer than a small check. Throws where it is not installed. */
export function compilerFor(platform: NodeJS.Platform, arch: string): string {
  const typescript = createRequire(import.meta.url).resolve('typescript/package.json')
  const native = createRequire(typescript).resolve(`@typescript/typescript-${platform}-${arch}/package.json`)
  const compiler = join(dirname(native), 'lib', platform === 'win32' ? 'tsc.exe' : 'tsc')
  accessSync(compiler, constants.X_OK)
  return compiler
}
