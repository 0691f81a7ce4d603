import type { SignupStatus } from '#db/schema.ts';
import { Section } from '../section.tsx';
import { SignupState } from './signup-state.tsx';

export type SignupView = {
  slug: string;
  open: boolean;
  isMember: boolean;
  own: { status: SignupStatus; waitingAs: number | null; attended: boolean } | null;
  onlineUrl: string;
  attending: number;
  organizations: number;
  waiting: number;
  capacity: number | null;
};

/** Signing up, or what came of it. */
export function SignupSection(view: SignupView) {
  const { slug, open, isMember, own, onlineUrl, attending, organizations, capacity } = view;
  const signedUp = own !== null && own.status !== 'cancelled';
  const full = capacity !== null && attending >= capacity;
  if (!open && !signedUp) return null;
  return (
    <Section
      id="signup"
      title="申し込み"
      note={
        attending > 0 &&
        `${attending}名（${organizations}機関）が申し込んでいます${view.waiting > 0 ? `。空きを待つ人は${view.waiting}名です` : ''}。`
      }
    >
      {signedUp && <SignupState own={own} onlineUrl={onlineUrl} />}
      {isMember ? (
        <div className="btns mt16">
          <a className={signedUp ? 'btn btn--line' : 'btn'} href={`/meetings/${slug}/sign-up`}>
            {signedUp ? '内容を変える・取り消す' : full ? '空きを待つ' : '申し込む'}
          </a>
        </div>
      ) : (
        <p>
          会員の方は<a href={`/login?to=/meetings/${slug}/sign-up`}>ログインして申し込む</a>
          ことができます。国・道・道外の方は、事務局からお送りしたリンクをお使いください。
        </p>
      )}
    </Section>
  );
}
