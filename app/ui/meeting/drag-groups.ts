/**
 * Lets people be dragged from one group to another. Dropping fills in the person's own form and sends it, so that the
 * server does the same as without a script.
 */
export function bringBoardToLife(board: HTMLElement): void {
  let dragged: HTMLElement | null = null;
  const told = board.querySelector<HTMLElement>('[data-group-told]');
  for (const person of board.querySelectorAll<HTMLElement>('[data-person]')) {
    if (!person.querySelector('form')) continue;
    person.draggable = true;
    person.addEventListener('dragstart', (event) => {
      dragged = person;
      person.classList.add('is-dragged');
      event.dataTransfer?.setData('text/plain', person.dataset.name ?? '');
    });
    person.addEventListener('dragend', () => {
      dragged = null;
      person.classList.remove('is-dragged');
    });
  }
  for (const group of board.querySelectorAll<HTMLElement>('[data-group]')) {
    group.addEventListener('dragover', (event) => {
      if (!dragged || group.contains(dragged)) return;
      event.preventDefault();
      group.classList.add('is-over');
    });
    group.addEventListener('dragleave', (event) => {
      if (!group.contains(event.relatedTarget as Node | null)) group.classList.remove('is-over');
    });
    group.addEventListener('drop', (event) => {
      group.classList.remove('is-over');
      const form = dragged?.querySelector('form');
      const select = form?.querySelector('select');
      if (!form || !select) return;
      event.preventDefault();
      select.value = group.dataset.group ?? '';
      if (told) told.textContent = `${dragged?.dataset.name}さんを${group.dataset.group}番に移しています`;
      rememberPlace();
      form.requestSubmit(form.querySelector<HTMLButtonElement>('button[value=move]'));
    });
  }
  for (const form of board.querySelectorAll('form')) form.addEventListener('submit', rememberPlace);
  const place = Number(sessionStorage.getItem(PLACE));
  sessionStorage.removeItem(PLACE);
  if (place > 0) window.scrollTo({ top: place });
}

const PLACE = 'group-board-place';

/** The page comes anew; whoever moves many people wants to go on where they were. */
function rememberPlace(): void {
  sessionStorage.setItem(PLACE, String(window.scrollY));
}
