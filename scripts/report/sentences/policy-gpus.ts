import type { GpuCodes, ImageCodes } from '../../model/codes/policy.ts'
import type { Sentences } from './sentence.ts'

const cards = (count: number) => `${count} GPU${count === 1 ? '' : 's'}`

export const gpuSentences = {
  'session-gpus': ({ asked, limit }) => ({
    what: `It asks for ${cards(asked)}, and a session gets at most ${limit}.`,
    fix: `Write \`gpu: '${limit}x…'\` (by hand, \`'${limit}'\` of the resource) or less, or use \`job(…)\` for more.`,
  }),
  'job-gpus': ({ asked, limit }) => ({
    what: `Each pod asks for ${cards(asked)}, and one machine has at most ${limit}.`,
    fix: `Write \`gpu: '${limit}x…'\` (by hand, \`'${limit}'\` of the resource) or less.`,
  }),
  'service-gpu': ({ resource }) => ({
    what: `A service may not hold a GPU (\`${resource}\`), because mostly it waits.`,
    fix: 'Remove the GPU; do the work that needs one in a `job(…)` or a `session(…)`.',
  }),
  'gpu-kinds-mixed': ({ first, second }) => ({
    what: `It asks for \`${first}\` and for \`${second}\`, and no machine has both, so it would wait for ever.`,
    fix: 'Ask for one of them only.',
  }),
  'gpu-product-unknown': ({ product, near }) => ({
    what: `The lab knows no GPU called \`${product}\`.`,
    fix:
      near === undefined
        ? 'Take a name from `products` in `lab.config.ts`, or write `gpu` in a template, which does it for you.'
        : `Did you mean \`${near}\`?`,
  }),
  'gpu-resource': ({ model, asked, right }) => ({
    what: `A machine with the card ${model} counts it as \`${right}\`, but the run asks for \`${asked}\`, so it would never get one.`,
    fix: `Ask for \`${right}\` in place of \`${asked}\`, or take ${model} out of the list; with a template write \`gpu: '1x${model}'\`.`,
  }),
  'gpu-any': ({ example }) => ({
    what: `It takes any GPU, also an old one such as a ${example}, on which current PyTorch does not run.`,
    fix: "Choose by memory, `gpu: '1x24GB'`, or by name; by hand, require `nvidia.com/gpu.product` in the node affinity.",
  }),
  'gpu-class': ({ model, resource }) => ({
    what: `The cluster gives the ${model} (\`${resource}\`) only to groups that asked for it in a form.`,
    fix: 'Add `preemptible: true` to a job that saves checkpoints, choose another card, or say in the pull request why you need this one.',
    who: 'An admin can fill in the form at https://nrp.ai/reservations and allow it until a day.',
  }),
  'gpu-spare': ({ model, resource }) => ({
    what: `The ${model} (\`${resource}\`) is lent only while its owners do not need it.`,
    fix: 'Add `preemptible: true` to a job that saves checkpoints, or choose another card.',
  }),
  'gpu-reserved': ({ model, resource }) => ({
    what: `The ${model} (\`${resource}\`) belongs to others and cannot be had.`,
    fix: 'Choose another card: `gpus` in `lab.config.ts` lists what there is.',
  }),
  'image-malformed': ({ image }) => ({
    what: `\`${image}\` is no name of an image.`,
    fix: "Write registry, path and tag, such as `'docker.io/pytorch/pytorch:2.9.0-cuda12.8-cudnn9-runtime'`, in small letters and without spaces.",
  }),
  'image-registry-dead': ({ image, host, now }) => ({
    what: `\`${image}\` cannot be fetched: \`${host}\` is gone.`,
    fix: `Write \`${now}\`, if it exists there, or one of the lab's images, such as \`'jupyter'\`.`,
  }),
  'image-unlisted': ({ image, allowed }) => ({
    what: `The image \`${image}\` is none of the lab's and comes from no registry that it trusts.`,
    fix: `Use an image of the lab, such as \`'pytorch'\`, or one that begins with ${allowed.map((start) => `\`${start}\``).join(' or ')}.`,
    who: 'An admin can allow this image.',
  }),
  'image-unpinned': ({ image, repository }) => ({
    what: `\`${image}\` is whatever its makers put there last, so the next run may be another program.`,
    fix: `Write a version, as in \`${repository}:1.2.3\`.`,
  }),
} satisfies Sentences<GpuCodes & ImageCodes>
