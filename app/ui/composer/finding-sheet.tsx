import { Icon } from '../icon.tsx';
import type { Keep, UnfitKeep } from './decisions.ts';
import { type FindingActs, FindingDetail } from './finding-detail.tsx';
import { RewriteAll } from './finding-list.tsx';
import { lookOf } from './finding-words.ts';
import type { Numbered } from './standing.ts';

/** One finding, just above the thumb. Only where the list has no column of its own. */
export function FindingSheet(props: {
  id: string;
  item: Numbered;
  of: number;
  keeps: readonly Keep[];
  unfit: readonly UnfitKeep[];
  /** How many can be rewritten at once. */
  rewritable: number;
  acts: FindingActs;
  onRewriteAll(): void;
  onClose(): void;
}) {
  const { group, number } = props.item;
  const { tone, icon } = lookOf(props.item);
  return (
    <section
      className={`sheet-one finding finding--${tone}`}
      data-finding={group.key}
      tabIndex={-1}
      aria-labelledby={props.id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose();
      }}
    >
      <Icon name={icon} />
      <div>
        <p className="sheet-one__what" id={props.id}>
          <b>{group.shown}</b>
          <span className="quiet small">{`${group.places.length}か所・指摘${number}／${props.of}`}</span>
        </p>
        <FindingDetail
          key={group.key}
          item={props.item}
          kept={props.keeps.find(({ key }) => key === group.key)}
          unfit={props.unfit.find(({ key }) => key === group.key)}
          acts={props.acts}
        />
        {props.rewritable > 1 && <RewriteAll count={props.rewritable} onClick={props.onRewriteAll} />}
      </div>
      <button type="button" className="sheet-one__close" aria-label="閉じる" onClick={props.onClose}>
        <Icon name="x" />
      </button>
    </section>
  );
}
