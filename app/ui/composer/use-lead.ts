import { type RefObject, useEffect, useState } from 'react';
import { isTouch } from './apply-edit.ts';
import type { FieldFinding } from './decisions.ts';
import { scrollIntoFreeView } from './free-view.ts';
import type { FieldName } from './props.ts';
import type { Numbered } from './standing.ts';
import type { Boxes } from './use-boxes.ts';

/** Where to lead the author: a passage, and whether the focus goes to what is said about it or into the text. */
interface Aim {
  key: string;
  place: number;
  focus: 'finding' | 'text' | 'nothing';
}

/** Leads from finding to finding, in the list and in the text. `items` are those shown. */
export function useLead(
  form: RefObject<HTMLFormElement>,
  bar: RefObject<HTMLElement>,
  boxes: Boxes,
  items: readonly Numbered[],
) {
  const [aim, setAim] = useState<Aim | null>(null);
  const current = items.find(({ group }) => group.key === aim?.key);

  // biome-ignore lint/correctness/useExhaustiveDependencies: leads once each time, not whenever the findings change
  useEffect(() => {
    if (!aim || !form.current) return;
    if (aim.focus === 'finding') focusFinding(form.current, aim.key);
    if (aim.focus !== 'nothing') reveal();
    const places = current?.group.places ?? [];
    const passage = places[aim.place % places.length];
    if (aim.focus === 'text' && passage) {
      const box = boxes.get(passage.field as FieldName);
      box?.focus({ preventScroll: true });
      box?.setSelectionRange(passage.start, passage.end);
    }
  }, [aim]);

  function lead({ group }: Numbered, focus: Aim['focus'], place = 0) {
    setAim({ key: group.key, place, focus });
  }

  /** Brings the passage that is spoken of into the part of the screen that the bar leaves free. */
  function reveal() {
    if (!aim) return;
    const marks = [...(form.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [])].filter(
      ({ dataset }) => dataset.key === aim.key,
    );
    const mark = marks[aim.place % marks.length];
    if (mark && bar.current) scrollIntoFreeView(mark, bar.current);
  }

  /** The same when more is covered than before; but a view that follows the typing elsewhere stays where it is. */
  function uncover() {
    const at = document.activeElement;
    const reads = ({ field, start, end }: FieldFinding) =>
      at instanceof HTMLTextAreaElement &&
      boxes.get(field as FieldName) === at &&
      start <= at.selectionStart &&
      at.selectionStart <= end;
    if (!(at instanceof HTMLTextAreaElement) || current?.group.places.some(reads)) reveal();
  }

  function leave() {
    setAim(null);
    form.current?.querySelector<HTMLElement>('[data-state]')?.focus();
  }

  return {
    current,
    lead,
    uncover,
    close: leave,
    /** Goes on to what is open from number `from` on, or else from the start; with nothing left, to the bar. */
    leadOn(open: readonly Numbered[], from: number) {
      const next = open.find(({ number }) => number >= from) ?? open[0];
      if (next) return lead(next, 'finding');
      leave();
    },
    /** Shows where a finding stands in the text; asked again, the next of its places. */
    show(item: Numbered, sheet: boolean) {
      const again = aim?.key === item.group.key;
      lead(item, sheet || isTouch() ? 'finding' : 'text', again ? aim.place + 1 : 0);
    },
  };
}

/** The finding is told twice, in the list and in the sheet; the style sheet shows one of them. */
function focusFinding(form: HTMLFormElement, key: string) {
  const told = [...form.querySelectorAll<HTMLElement>('[data-finding]')].filter(
    ({ dataset }) => dataset.finding === key,
  );
  const [listed, sheet] = told;
  const visible = sheet && sheet.offsetParent !== null ? sheet : listed;
  visible?.focus({ preventScroll: true });
  if (visible === listed) listed?.scrollIntoView({ block: 'nearest' });
}
