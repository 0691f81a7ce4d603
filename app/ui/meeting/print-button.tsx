/** Prints the page; shown where there are scripts, else the browser's own menu does it. */
export function PrintButton() {
  return (
    <button className="btn btn--line noprint" type="button" data-print hidden>
      印刷する
    </button>
  );
}
