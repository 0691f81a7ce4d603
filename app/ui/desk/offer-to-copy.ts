/** Milliseconds for which it is told that the link was copied. */
const TOLD = 4_000;

/** Brings the buttons beside links to life; without scripts the links are there to be marked and copied by hand. */
export function offerToCopy(page: ParentNode): void {
  // Absent where the page came without https; then there is nothing to offer.
  if (!navigator.clipboard) return;
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const words = await copy(button.dataset.copy ?? '');
      const told = button.nextElementSibling;
      if (!told) return;
      told.textContent = words;
      setTimeout(() => {
        told.textContent = '';
      }, TOLD);
    });
  }
}

async function copy(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return '写しました';
  } catch {
    return '写せませんでした。リンクを選んで、写してください';
  }
}
