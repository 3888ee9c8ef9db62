import type { CommandWords } from '../../model/obeyed.ts'
import { answerMark } from '../../model/own-marks.ts'
import { code } from '../code.ts'
import { newFileUrl } from './new-file-url.ts'
import { refusalSentence } from './obeyed-sentences.ts'

/** The comment that answers a command; the next command takes its place. `home`: the repository's address. */
export function commandWords(home: string): CommandWords {
  return {
    refused: (refusal) => answer(`👎 ${refusalSentence(refusal)}`),
    grants: (files) => {
      const links = files.map(({ path, text }) => `- [Write](${newFileUrl(home, path, text)}) ${code(path)}`)
      const which = files.length > 1 ? 'each of these' : 'this'
      return answer(
        `This lab has no App that writes grants. Open ${which} and commit the file as it is; the next look counts it.\n\n${links.join('\n')}`,
      )
    },
    removal: (file) =>
      answer(
        `This lab has no App that removes requests. [Open this page](${home}/delete/main/${file}) and commit: the removal of ${code(file)} becomes a pull request. Disks stay.`,
      ),
  }
}

function answer(text: string): string {
  return `${answerMark}\n${text}\n`
}
