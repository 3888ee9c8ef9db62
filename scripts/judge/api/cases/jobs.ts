import { box, indexed, job, times, type Case } from './manifests.ts'

export const jobCases: readonly Case[] = [
  ['nothing is wrong with a small Job', job()],
  [
    'counts are not negative',
    job({ parallelism: -1, completions: -1, activeDeadlineSeconds: -1, backoffLimit: -1, ttlSecondsAfterFinished: -1 }),
    'out-of-range spec.parallelism',
    'out-of-range spec.completions',
    'out-of-range spec.activeDeadlineSeconds',
    'out-of-range spec.backoffLimit',
    'out-of-range spec.ttlSecondsAfterFinished',
  ],
  ['no pods at all are allowed', job({ parallelism: 0, completions: 0 })],

  [
    'a Job says how it ends',
    job({ template: { spec: { containers: [box()] } } }),
    'restart-policy-missing spec.template.spec.restartPolicy',
  ],
  [
    'a Job does not run for ever',
    job({}, { restartPolicy: 'Always' }),
    'restart-policy-missing spec.template.spec.restartPolicy',
  ],
  [
    'numbered parts have a number',
    job({ completionMode: 'Indexed', parallelism: 2 }),
    'value-required spec.completions',
  ],
  ['or one', job({ completionMode: 'Indexed' })],
  ['so many at once', indexed({ parallelism: 100001 }), 'out-of-range spec.parallelism'],
  [
    'so many of so many',
    indexed({ completions: 100001, backoffLimitPerIndex: 1, parallelism: 10001 }),
    'value-required spec.maxFailedIndexes',
    'out-of-range spec.parallelism',
  ],
  ['so many may fail', indexed({ backoffLimitPerIndex: 1, maxFailedIndexes: 6 }), 'out-of-range spec.maxFailedIndexes'],
  [
    'so many of many may fail',
    indexed({ completions: 200000, backoffLimitPerIndex: 1, maxFailedIndexes: 10001 }),
    'out-of-range spec.maxFailedIndexes',
  ],
  [
    'of very many without tries',
    indexed({ completions: 200000, maxFailedIndexes: 100001 }),
    'value-required spec.backoffLimitPerIndex',
    'out-of-range spec.maxFailedIndexes',
  ],
  ['failures are counted per part', indexed({ maxFailedIndexes: 1 }), 'value-required spec.backoffLimitPerIndex'],
  [
    'only numbered parts have numbers',
    job({ backoffLimitPerIndex: 1, maxFailedIndexes: 1, successPolicy: { rules: [{ succeededCount: 1 }] } }),
    'contradiction spec.backoffLimitPerIndex',
    'contradiction spec.maxFailedIndexes',
    'contradiction spec.successPolicy',
  ],
  [
    'the pods of a numbered Job have names',
    job({ completionMode: 'Indexed', completions: 10 }, {}, { name: 'a'.repeat(62) }),
    'indexed-name-unfit metadata.name',
  ],
  [
    'a name that the server makes leaves less room',
    job({ completionMode: 'Indexed', completions: 2 }, {}, { name: '', generateName: 'a'.repeat(57) }),
    'indexed-name-unfit metadata.name',
  ],
  [
    'and may leave enough',
    job({ completionMode: 'Indexed', completions: 2 }, {}, { name: '', generateName: 'a'.repeat(56) }),
  ],
  [
    'without dots',
    job({ completionMode: 'Indexed', completions: 10 }, {}, { name: 'a.b' }),
    'indexed-name-unfit metadata.name',
  ],
  ['somebody else looks after it', job({ managedBy: 'example.org/queue' })],
  ['by a domain', job({ managedBy: 'queue' }), 'value-malformed spec.managedBy'],
  ['by a name', job({ managedBy: '' }), 'value-required spec.managedBy'],
  ['by a domain in small letters', job({ managedBy: 'A/b' }), 'name-invalid spec.managedBy'],
  ['by a path', job({ managedBy: 'a/b c' }), 'value-malformed spec.managedBy'],
  ['by a short name', job({ managedBy: `a/${'b'.repeat(62)}` }), 'too-large spec.managedBy'],
  ['the server chooses the selector', job({ selector: { matchLabels: { app: 'x' } } }), 'contradiction spec.selector'],
  ['an empty selector is none', job({ selector: {} })],
  ['its own labels are known', job({ selector: { matchLabels: { 'job-name': 'alice-train' } } })],
  [
    'its own labels are its own',
    job({
      template: {
        metadata: { labels: { 'job-name': 'other', 'controller-uid': 'x' } },
        spec: { containers: [box()], restartPolicy: 'Never' },
      },
    }),
    'contradiction spec.template.metadata.labels[job-name]',
    'contradiction spec.template.metadata.labels[controller-uid]',
  ],
  [
    'the right name may be written',
    job({
      template: {
        metadata: { labels: { 'job-name': 'alice-train' } },
        spec: { containers: [box()], restartPolicy: 'Never' },
      },
    }),
  ],
  ['a selector by hand is given', job({ manualSelector: true }), 'value-required spec.selector'],
  [
    'and picks the template',
    job({ manualSelector: true, selector: { matchLabels: { a: 'b' } } }),
    'selector-mismatch spec.template.metadata.labels',
  ],
  [
    'a rule for failures',
    job({ podFailurePolicy: { rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [1, 42] } }] } }),
  ],
  [
    'a rule has a sign',
    job({ podFailurePolicy: { rules: [{ action: 'Ignore' }] } }),
    'one-of-missing spec.podFailurePolicy.rules[0]',
  ],
  [
    'a rule has one sign',
    job({
      podFailurePolicy: {
        rules: [
          {
            action: 'Ignore',
            onExitCodes: { operator: 'NotIn', values: [0] },
            onPodConditions: [{ type: 'a', status: 'True' }],
          },
        ],
      },
    }),
    'only-one-of spec.podFailurePolicy.rules[0]',
  ],
  [
    'a rule for a part',
    job({ podFailurePolicy: { rules: [{ action: 'FailIndex', onExitCodes: { operator: 'In', values: [1] } }] } }),
    'contradiction spec.podFailurePolicy.rules[0].action',
  ],
  [
    'codes go up',
    job({ podFailurePolicy: { rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [3, 1] } }] } }),
    'value-malformed spec.podFailurePolicy.rules[0].onExitCodes.values',
  ],
  [
    'codes are named once',
    job({ podFailurePolicy: { rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [0, 1, 1] } }] } }),
    'contradiction spec.podFailurePolicy.rules[0].onExitCodes.values[0]',
    'value-duplicate spec.podFailurePolicy.rules[0].onExitCodes.values[2]',
  ],
  [
    'codes are named',
    job({
      podFailurePolicy: {
        rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [], containerName: 'other' } }],
      },
    }),
    'value-malformed spec.podFailurePolicy.rules[0].onExitCodes.containerName',
    'value-malformed spec.podFailurePolicy.rules[0].onExitCodes.values',
  ],
  [
    'there are 255 codes',
    job({
      podFailurePolicy: {
        rules: [
          {
            action: 'FailJob',
            onExitCodes: { operator: 'NotIn', values: Array.from({ length: 256 }, (_, index) => index) },
          },
        ],
      },
    }),
    'too-many spec.podFailurePolicy.rules[0].onExitCodes.values',
  ],
  [
    'a condition has a form',
    job({ podFailurePolicy: { rules: [{ action: 'FailJob', onPodConditions: [{ type: 'a b', status: '' }] }] } }),
    'name-invalid spec.podFailurePolicy.rules[0].onPodConditions[0].type',
  ],
  [
    'conditions are few',
    job({
      podFailurePolicy: { rules: [{ action: 'FailJob', onPodConditions: times(21, { type: 'a', status: 'True' }) }] },
    }),
    'too-many spec.podFailurePolicy.rules[0].onPodConditions',
  ],
  [
    'rules are few',
    job({
      podFailurePolicy: { rules: times(21, { action: 'FailJob', onExitCodes: { operator: 'In', values: [1] } }) },
    }),
    'too-many spec.podFailurePolicy.rules',
  ],
  [
    'with a rule containers do not restart',
    job({ podFailurePolicy: { rules: [] } }, { restartPolicy: 'OnFailure' }),
    'contradiction spec.template.spec.restartPolicy',
  ],
  [
    'and pods are replaced when they failed',
    job({ podFailurePolicy: { rules: [] }, podReplacementPolicy: 'TerminatingOrFailed' }),
    'value-unsupported spec.podReplacementPolicy',
  ],
  ['a rule for success', indexed({ successPolicy: { rules: [{ succeededIndexes: '0,2-3', succeededCount: 3 }] } })],
  ['there is a rule', indexed({ successPolicy: { rules: [] } }), 'value-required spec.successPolicy.rules'],
  ['it says something', indexed({ successPolicy: { rules: [{}] } }), 'one-of-required spec.successPolicy.rules[0]'],
  [
    'about parts there are',
    indexed({
      successPolicy: {
        rules: [
          { succeededIndexes: '5' },
          { succeededIndexes: '3-1' },
          { succeededIndexes: '1,1' },
          { succeededIndexes: '1-2-3' },
          { succeededIndexes: 'x' },
          { succeededIndexes: '1-' },
        ],
      },
    }),
    'value-malformed spec.successPolicy.rules[0].succeededIndexes',
    'value-malformed spec.successPolicy.rules[1].succeededIndexes',
    'value-malformed spec.successPolicy.rules[2].succeededIndexes',
    'value-malformed spec.successPolicy.rules[3].succeededIndexes',
    'value-malformed spec.successPolicy.rules[4].succeededIndexes',
    'value-malformed spec.successPolicy.rules[5].succeededIndexes',
  ],
  [
    'as many as there are',
    indexed({
      successPolicy: {
        rules: [{ succeededCount: 6 }, { succeededCount: -1 }, { succeededIndexes: '0-1', succeededCount: 3 }],
      },
    }),
    'out-of-range spec.successPolicy.rules[0].succeededCount',
    'out-of-range spec.successPolicy.rules[1].succeededCount',
    'out-of-range spec.successPolicy.rules[2].succeededCount',
  ],
  [
    'of how many, where a server that is asked would panic',
    job({ completionMode: 'Indexed', parallelism: 3, successPolicy: { rules: [{ succeededCount: 1 }] } }),
    'value-required spec.completions',
  ],
  ['a number may have its sign', indexed({ successPolicy: { rules: [{ succeededIndexes: '+0,01-+3' }] } })],
  ['no parts are some', indexed({ successPolicy: { rules: [{ succeededIndexes: '' }] } })],
  [
    'in a few words',
    indexed({ successPolicy: { rules: [{ succeededIndexes: `0${',0'.repeat(33000)}` }] } }),
    'too-large spec.successPolicy.rules[0].succeededIndexes',
    'value-malformed spec.successPolicy.rules[0].succeededIndexes',
  ],
  [
    'rules for success are few',
    indexed({ successPolicy: { rules: times(21, { succeededCount: 1 }) } }),
    'too-many spec.successPolicy.rules',
  ],
  [
    'there is no debugging in templates',
    job({}, { ephemeralContainers: [{ name: 'd', image: 'a' }] }),
    'field-forbidden spec.template.spec.ephemeralContainers',
  ],
]
