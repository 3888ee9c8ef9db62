import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { logins } from './labs.ts'

/** The same disk and pod for each member, as a cdk8s application of one file a member. */
export function makeCdk8s(bench: string, folder: string, members: number): void {
  mkdirSync(join(folder, 'users'), { recursive: true })
  symlinkSync(join(bench, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: compilerOptions }))
  for (const [index, login] of logins(members).entries())
    writeFileSync(join(folder, 'users', `${login}.ts`), chartText(login, index))
  writeFileSync(join(folder, 'main.ts'), mainText(members))
}

const compilerOptions = {
  target: 'ES2020',
  module: 'CommonJS',
  strict: true,
  esModuleInterop: true,
  skipLibCheck: true,
}

function mainText(members: number): string {
  const imports = logins(members).map((login) => `import { ${login} } from './users/${login}'`)
  const calls = logins(members).map((login) => `${login}(app)`)
  return ["import { App } from 'cdk8s'", ...imports, 'const app = new App()', ...calls, 'app.synth()', ''].join('\n')
}

function chartText(login: string, index: number): string {
  return `import { ApiObject, App, Chart } from 'cdk8s'

export function ${login}(app: App): void {
  const chart = new Chart(app, '${login}')
  new ApiObject(chart, 'data', {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: '${login}-data' },
    spec: { storageClassName: 'rook-cephfs', accessModes: ['ReadWriteMany'], resources: { requests: { storage: '${10 + (index % 90)}Gi' } } },
  })
  new ApiObject(chart, 'dev', {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: '${login}-dev' },
    spec: {
      restartPolicy: 'Never',
      activeDeadlineSeconds: ${3600 * (1 + (index % 6))},
      containers: [{
        name: 'main',
        image: 'docker.io/pytorch/pytorch:2.9.0-cuda12.8-cudnn9-runtime',
        command: ['sleep', 'infinity'],
        resources: {
          requests: { cpu: 4, memory: '16Gi', 'nvidia.com/gpu': 1 },
          limits: { cpu: 4, memory: '16Gi', 'nvidia.com/gpu': 1 },
        },
        volumeMounts: [{ name: 'data', mountPath: '/data' }],
      }],
      volumes: [{ name: 'data', persistentVolumeClaim: { claimName: '${login}-data' } }],
    },
  })
}
`
}
