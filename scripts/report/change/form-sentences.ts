import { formLabels, type FormCode, type FormCodes, type FormFault, type Purpose } from '../../model/form.ts'
import { code } from '../code.ts'

const label = (field: keyof typeof formLabels): string => `**${formLabels[field]}**`

const called: Readonly<Record<Purpose, string>> = {
  session: 'a session',
  notebook: 'a notebook',
  job: 'a job',
  disk: 'a disk',
}

/** In the words of the form; Markdown, in which every foreign text is code. */
const sentences: { readonly [C in FormCode]: (args: FormCodes[C]) => string } = {
  'form-not-whole': ({ missing }) =>
    `${missing.map(label).join(', ')}: the heading is gone. Put it back as the form wrote it, or fill in a new form.`,
  'form-heading-twice': ({ field }) => `${label(field)}: the heading stands here twice. Remove one.`,
  'form-empty': ({ field, purpose }) => `${label(field)}: ${called[purpose]} needs an answer here.`,
  'form-option': ({ field, got }) =>
    `${label(field)}: ${code(got)} is none of the choices. Copy one of the form's, exactly as it stands there.`,
  'form-name': ({ got, most, write }) =>
    `${label('name')}: ${code(got)} will not do. Write small letters, digits and ${code('-')}, at most ${most} of them${write === undefined ? '' : `, such as ${code(write)}`}.`,
  'form-number': ({ field, got, most, purpose }) =>
    `${label(field)}: ${code(got)} will not do. Write a whole number from 1 to ${most}, which is the most for ${called[purpose]}.`,
  'form-disk': ({ got, near }) =>
    `${label('disk')}: you have no request ${code(got)}. Write ${near === undefined ? `a size such as ${code('100Gi')} for a new disk, or the name of an earlier request of yours` : code(near)}.`,
  'form-size': ({ got }) =>
    `${label('disk')}: ${code(got)} is no size. Write one such as ${code('100Gi')} or ${code('2Ti')}.`,
  'form-code': ({ got }) =>
    `${label('code')}: ${code(got)} is no repository. Write it as ${code('bob/vit')} or ${code('bob/vit@v1.2')}.`,
  'form-too-long': ({ field, length, limit }) =>
    `${label(field)}: ${length} characters, at most ${limit}. Put the script into your repository and call it here.`,
  'form-crowded': ({ limit }) =>
    `You have ${limit} filled forms open already. Close one of them, or wait until one is merged; then edit this issue.`,
  'form-exists': ({ file }) =>
    `${label('name')}: you have ${code(file)} already, and a form never changes what is there. Choose another name, or edit that file.`,
  'form-stranger': ({ login, near }) =>
    `${code(login)} is no member of this lab yet${near === undefined ? '' : ` (${code(near)} is)`}. Ask an admin to add you to ${code('lab.config.ts')}; then edit this issue, and it is read again.`,
  'form-other-account': ({ login, id, expected }) =>
    `This is another account than the lab's ${code(login)}: number ${id}, and the lab knows ${expected}. Ask an admin.`,
}

export function formSentence({ code: which, args }: FormFault): string {
  return (sentences[which] as (args: FormCodes[FormCode]) => string)(args)
}
