import type { LockForm } from '#app/domain/files/lock.server.ts';
import type { PostedForm } from './form.server.ts';

/** What the form says of a handout: a field left blank keeps the password that there is. */
export function readLockForm(form: PostedForm): LockForm {
  const typed = form.text('filePassword');
  return {
    password: form.text('noPassword') === '1' ? 'none' : typed === '' ? 'keep' : { new: typed },
    lastDay: form.text('lastDay').trim(),
  };
}
