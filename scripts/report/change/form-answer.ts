import type { FormFault, FormRequest, FormWords } from '../../model/form.ts'
import { code } from '../code.ts'
import { formSentence } from './form-sentences.ts'
import { newFileUrl } from './new-file-url.ts'

/** What is said under a filled form, and how its pull request is called. `home`: the repository's address. */
export function formWords(home: string): FormWords {
  return {
    findings,
    opened: (pull) =>
      `✔ #${pull} asks for this in your name; there you see what you get, and when. To change it, edit this issue; to take it back, write ${code('/cancel')} there.\n`,
    link: ({ file, text }) =>
      `✋ This repository does not let us open pull requests. [Open your request](${newFileUrl(home, file, text)}) and commit it: GitHub makes the pull request in your name.\n`,
    title,
    text: ({ login }, issue) =>
      `${code(login)} asks for this with the form in #${issue}. While that issue is open, this pull request says what it says.\n\nCloses #${issue}\n`,
  }
}

function findings(faults: readonly FormFault[]): string {
  const head = faults.length === 1 ? 'One answer cannot be right.' : `${faults.length} answers cannot be right.`
  const lines = faults.map((fault) => `- ${formSentence(fault)}`)
  return `✋ ${head} Edit this issue (… → Edit): it is read again.\n\n${lines.join('\n')}\n`
}

/** `alice: session dev, 1x24GB, 6 h`. */
function title({ login, answers }: FormRequest): string {
  const what = `${answers.purpose} ${answers.name}`
  if (answers.purpose === 'disk') return `${login}: ${what}, ${answers.size}`
  return `${login}: ${[what, answers.gpu, `${answers.hours} h`].filter(Boolean).join(', ')}`
}
