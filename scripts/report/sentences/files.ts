import type { FileCodes } from '../../model/codes/files.ts'
import type { Sentences } from './sentence.ts'

export const fileSentences = {
  'not-utf8': ({ offset }) => ({
    what: `The file is no UTF-8 text: byte ${offset} cannot be read.`,
    fix: 'Save it again as UTF-8.',
  }),
  'byte-order-mark': () => ({
    what: 'The file begins with a byte-order mark, an invisible character.',
    fix: 'Save it again as UTF-8 without BOM.',
  }),
  'nul-character': () => ({
    what: 'The file holds a NUL character, which no text has.',
    fix: 'Delete it, or save the file again as UTF-8.',
  }),
  'file-too-large': ({ size, limit }) => ({
    what: `The file is ${size === undefined ? 'too' : `${kib(size)} KiB`} long, and a request may be ${kib(limit)} KiB.`,
    fix: 'Keep programs and tables in your own repository, and let the command read them there.',
  }),
  'file-link': () => ({
    what: 'This is a link to another place, and links are not followed here.',
    fix: 'Put the file itself there, or delete the link.',
  }),
  'file-special': () => ({
    what: 'This is no file, but a pipe, a socket, a device or another repository.',
    fix: 'Delete it.',
  }),
  'file-executable': () => ({
    what: 'The file is marked as a program, and a request is only read.',
    fix: 'Run `chmod -x` on it, or delete it and write it again.',
  }),
  'file-unreadable': ({ why }) => ({
    what: `It cannot be read: the system says \`${why}\`.`,
    fix: 'Give yourself the right to read it, then run the check again.',
  }),
  'file-name': ({ name, suggestion }) => ({
    what: `\`${name}\` is no name for a request: names are made of \`a\` to \`z\`, \`0\` to \`9\`, \`.\`, \`_\` and \`-\`.`,
    fix: `Call it \`${suggestion}\`.`,
  }),
  'file-kind': ({ name }) => ({
    what: `\`${name}\` is no request: only files that end in \`.ts\`, and not in \`.d.ts\`, may lie here.`,
    fix: 'Delete it, or keep it in your own repository.',
  }),
  'folder-in-folder': ({ name }) => ({
    what: `\`${name}\` is a folder, and a member's files lie side by side.`,
    fix: 'Move its files up, and begin the names of those that only help others with `_`.',
  }),
  'folder-name': ({ name }) => ({
    what: `\`${name}\` cannot be the name of a GitHub account, and each folder here is called after one.`,
    fix: 'Give the folder your GitHub name.',
  }),
  'folder-twin': ({ name, other }) => ({
    what: `\`${name}\` and \`${other}\` are one name on GitHub, and on many computers one folder.`,
    fix: 'Keep one of them, spelt as on GitHub.',
  }),
  'files-too-many': ({ count, limit }) => ({
    what: `The folder holds ${count} files, and a member may have ${limit}.`,
    fix: 'Delete the requests that are over, or ask for many runs with one `sweep(…)`.',
  }),
  'file-outside': ({ name }) => ({
    what: `\`${name}\` belongs to nobody: each member's files lie in a folder of their own.`,
    fix: 'Move it into the folder with your GitHub name, or delete it.',
  }),
} satisfies Sentences<FileCodes>

function kib(bytes: number): number {
  return Math.ceil(bytes / 1024)
}
