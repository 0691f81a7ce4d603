import { Icon } from '../icon.tsx';
import type { Keep, UnfitKeep } from './decisions.ts';
import { type FindingActs, FindingDetail } from './finding-detail.tsx';
import { lookOf } from './finding-words.ts';
import type { HeadingTag } from './props.ts';
import type { Numbered } from './standing.ts';

export function RewriteAll({ count, onClick }: { count: number; onClick(): void }) {
  return (
    <button type="button" className="btn btn--line btn--s btn--wide" onClick={onClick}>
      <Icon name="pencil" />
      {`言い換えを${count}件まとめて当てる`}
    </button>
  );
}

/** All findings, numbered as in the text. On a phone each is one line, and the bar below shows one at a time. */
export function FindingList(props: {
  id: string;
  as: HeadingTag;
  items: readonly Numbered[];
  keeps: readonly Keep[];
  unfit: readonly UnfitKeep[];
  current: Numbered | undefined;
  /** How many can be rewritten at once. */
  rewritable: number;
  acts: FindingActs;
  onShow(item: Numbered): void;
  onRewriteAll(): void;
}) {
  const { as: Heading, items, current } = props;
  return (
    <section className="findings" aria-labelledby={props.id}>
      <div className="findings__head">
        <Heading id={props.id}>
          指摘
          {items.length > 0 && <span className="findings__count">{`${items.length}件`}</span>}
        </Heading>
        {items.length > 0 && <p className="small quiet">番号は、下線の番号と同じです</p>}
      </div>
      {items.length === 0 && (
        <p className="findings__none">
          名前や住所などがないか、書いている間も、送るときも確かめます。見つかったところは、言い換えを選べます。
        </p>
      )}
      {props.rewritable > 1 && <RewriteAll count={props.rewritable} onClick={props.onRewriteAll} />}
      <ol>
        {items.map((item) => {
          const { group, number } = item;
          const { tone, icon, word } = lookOf(item);
          return (
            <li
              key={group.key}
              className={`finding finding--${tone}${current === item ? ' is-current' : ''}`}
              data-finding={group.key}
              tabIndex={-1}
            >
              <Icon name={icon} />
              <div>
                <button type="button" className="finding__what" onClick={() => props.onShow(item)}>
                  <b>{`${number}　${group.shown}`}</b>
                  <span className="quiet small">{`${group.places.length}か所`}</span>
                  <span className="finding__sev">{word}</span>
                </button>
                <div className="finding__body">
                  <FindingDetail
                    item={item}
                    kept={props.keeps.find(({ key }) => key === group.key)}
                    unfit={props.unfit.find(({ key }) => key === group.key)}
                    acts={props.acts}
                  />
                </div>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
