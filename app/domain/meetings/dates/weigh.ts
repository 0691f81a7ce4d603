import type { DateAnswer } from '#db/schema.ts';

export interface Candidate {
  id: string;
  /** YYYY-MM-DD and HH:MM in Asia/Tokyo. */
  day: string;
  startsAt: string;
  endsAt: string;
}

/** What one member says of the candidates. */
export interface Answered {
  memberId: string;
  organizationId: string;
  /** By candidate; what is not said is absent. */
  answers: Readonly<Record<string, DateAnswer>>;
  /** The meeting cannot be without them: the host's people, and who leads a group. */
  must: 'host' | 'facilitator' | null;
}

export interface Weighed {
  id: string;
  /** Organizations by their best answer: one of them can come, perhaps, none. */
  yes: number;
  maybe: number;
  no: number;
  /** Members who can come. */
  persons: number;
  /** The host's people all say no. */
  hostMissing: boolean;
  /** Who leads a group and says no. */
  facilitatorsMissing: number;
}

/** What decided for a candidate. */
export type DateReason =
  | { code: 'most-yes'; yes: number; organizations: number }
  | { code: 'more-maybe'; maybe: number }
  | { code: 'more-persons'; persons: number }
  | { code: 'earliest' }
  /** Others would have more yes, but without somebody who must be there. */
  | { code: 'all-musts' }
  /** Even the best is without somebody who must be there. */
  | { code: 'without-host' }
  | { code: 'without-facilitators'; count: number };

export interface DateProposal {
  id: string;
  reasons: DateReason[];
}

const RANK: readonly DateAnswer[] = ['no', 'maybe', 'yes'];

/** Each candidate as the organizations see it: an organization of ten counts as much as one of one. */
export function weighDates(candidates: readonly Candidate[], members: readonly Answered[]): Weighed[] {
  return candidates.map(({ id }) => {
    const said = members.flatMap(({ answers, ...member }) => {
      const answer = answers[id];
      return answer ? [{ ...member, answer }] : [];
    });
    const best = [...Map.groupBy(said, ({ organizationId }) => organizationId).values()].map((colleagues) =>
      Math.max(...colleagues.map(({ answer }) => RANK.indexOf(answer))),
    );
    const count = (answer: DateAnswer) => best.filter((rank) => RANK[rank] === answer).length;
    const hosts = said.filter(({ must }) => must === 'host');
    return {
      id,
      yes: count('yes'),
      maybe: count('maybe'),
      no: count('no'),
      persons: said.filter(({ answer }) => answer === 'yes').length,
      hostMissing: hosts.length > 0 && hosts.every(({ answer }) => answer === 'no'),
      facilitatorsMissing: said.filter(({ must, answer }) => must === 'facilitator' && answer === 'no')
        .length,
    };
  });
}

/**
 * The candidate that suits most: with all who must be there, then most organizations with ○, then with △, then most
 * members, then the earliest. null before anybody has answered.
 */
export function proposeDate(
  candidates: readonly Candidate[],
  members: readonly Answered[],
): DateProposal | null {
  if (members.every(({ answers }) => candidates.every(({ id }) => answers[id] === undefined))) return null;
  const weighed = weighDates(candidates, members);
  const missing = ({ hostMissing, facilitatorsMissing }: Weighed) =>
    // Without its host there is no meeting; another may lead a group.
    (hostMissing ? 1000 : 0) + facilitatorsMissing;
  const startOf = ({ id }: Weighed) => {
    const candidate = candidates.find((one) => one.id === id);
    return candidate ? `${candidate.day} ${candidate.startsAt}` : '';
  };
  const [best, second] = weighed.toSorted(
    (a, b) =>
      missing(a) - missing(b) ||
      b.yes - a.yes ||
      b.maybe - a.maybe ||
      b.persons - a.persons ||
      (startOf(a) < startOf(b) ? -1 : 1),
  );
  if (!best) return null;
  const organizations = new Set(members.map(({ organizationId }) => organizationId)).size;
  const reasons: DateReason[] = [{ code: 'most-yes', yes: best.yes, organizations }];
  if (weighed.some((other) => other.yes > best.yes)) reasons.push({ code: 'all-musts' });
  else if (second && second.yes === best.yes && missing(second) === missing(best)) {
    if (second.maybe < best.maybe) reasons.push({ code: 'more-maybe', maybe: best.maybe });
    else if (second.persons < best.persons) reasons.push({ code: 'more-persons', persons: best.persons });
    else reasons.push({ code: 'earliest' });
  }
  if (best.hostMissing) reasons.push({ code: 'without-host' });
  if (best.facilitatorsMissing > 0)
    reasons.push({ code: 'without-facilitators', count: best.facilitatorsMissing });
  return { id: best.id, reasons };
}
