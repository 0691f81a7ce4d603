import { data } from '@remix-run/node';

/** A posted form. Files are not taken here: a part that is one counts as blank. */
export interface PostedForm {
  raw: FormData;
  /** The field as sent, blank when it is missing. */
  text(name: string): string;
  all(name: string): string[];
}

/** @throws 400 for a body that is no form */
export async function readForm(request: Request): Promise<PostedForm> {
  let raw: FormData;
  try {
    raw = await request.formData();
  } catch {
    throw data({}, { status: 400 });
  }
  const isText = (value: FormDataEntryValue | null): value is string => typeof value === 'string';
  return {
    raw,
    text: (name) => {
      const value = raw.get(name);
      return isText(value) ? value : '';
    },
    all: (name) => raw.getAll(name).filter(isText),
  };
}
