import type { FormCode, FormCodes, FormFault } from '../../model/form.ts'

/** A fault in a form, with its evidence. */
export function formFault<C extends FormCode>(code: C, args: FormCodes[C]): FormFault {
  return { code, args } as unknown as FormFault
}
