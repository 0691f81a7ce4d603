/** Brings the buttons that print a page to life; without scripts the browser's own menu does it. */
export function offerToPrint(page: ParentNode): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}
