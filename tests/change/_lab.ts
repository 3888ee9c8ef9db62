import real from '../../lab.config.ts'

/** Two admins and three members whose accounts are known, and room for jobs of more cards than one member may have. */
export default {
  ...real,
  admins: ['root', 'boss'],
  members: {
    root: { id: 1 },
    boss: { id: 2 },
    alice: { id: 1001 },
    bob: { id: 1002 },
    carol: { id: 1003 },
  },
  caps: {
    member: { gpus: 4, cpu: 64, memory: '256Gi', disk: '500Gi', gpuHours: 1000 },
    lab: { gpus: 32, cpu: 512, memory: '2Ti', disk: '10Ti', gpuHours: 4000 },
    volume: { size: '2Ti' },
  },
  rules: { ...real.rules, job: { ...real.rules.job, gpus: 16 } },
  retirements: [],
  adoptions: [],
}
