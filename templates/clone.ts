import type { Container, EnvVar } from 'kubernetes-types/core/v1.js'
import lab from '#lab/config'
import type { Asked } from './ask.ts'
import { codeMount } from './volumes.ts'

const tokenName = 'GIT_TOKEN'

/**
 * Repository, ref and token are read from variables, never written into the script. A shallow fetch takes a branch, a tag or a full
 * commit; the token reaches git over a helper, so that it stands neither in a process list nor in the clone.
 */
const script = `set -eu
git init -q -b main .
if [ -n "\${GIT_TOKEN:-}" ]; then
  git config --global credential.helper '!f() { echo username=x-access-token; echo "password=$GIT_TOKEN"; }; f'
fi
git remote add origin "https://github.com/$LAB_REPO"
git fetch -q --depth 1 origin "$LAB_REF"
git checkout -q --detach FETCH_HEAD
git log -1 --format='%h %s'
chmod -R a+rwX .
`

/** Clones the code before the run starts, with the run's own resources but its cards, which costs nothing more. */
export function clone(
  { code }: Asked,
  secrets: readonly EnvVar[],
  resources: Container['resources'] & object,
): Container[] {
  if (code === undefined) return []
  return [
    {
      name: 'code',
      image: lab.defaults.cloneImage,
      command: ['sh', '-c', script],
      env: [
        { name: 'LAB_REPO', value: code.repo },
        { name: 'LAB_REF', value: code.ref },
        ...secrets.filter((secret) => secret.name === tokenName),
      ],
      workingDir: codeMount.mountPath,
      resources,
      volumeMounts: [{ ...codeMount }],
    },
  ]
}
