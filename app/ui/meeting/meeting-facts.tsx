import type { Meeting } from '#app/domain/meetings/meetings.server.ts';
import { type Fact, Facts } from '../facts.tsx';
import { showClock, showDay } from '../time.ts';

/** Where, by whom, for how many, and until when one may sign up. */
export function MeetingFacts({ meeting }: { meeting: Meeting }) {
  const { place, host, capacity, closesAt } = meeting;
  const facts: Fact[] = [{ label: '場所', value: place }];
  if (host) facts.push({ label: '主催', value: host.label });
  if (capacity !== null) facts.push({ label: '定員', value: `${capacity}名` });
  if (closesAt !== null) facts.push({ label: '締切', value: `${showDay(closesAt)} ${showClock(closesAt)}` });
  return <Facts facts={facts} />;
}
