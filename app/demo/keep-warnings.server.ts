import { type Decisions, NO_DECISIONS } from '#app/domain/anonymization/check.server.ts';
import type { Outcome } from '#app/domain/outcome.ts';

/**
 * Posts as a member would who reads the warnings and says that they are tied to nobody
 * (the demo's people are invented). An error stays a refusal.
 */
export async function keepingWarnings<T>(
  post: (decisions: Decisions) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const first = await post(NO_DECISIONS);
  if (first.ok || first.refusal.code !== 'not-anonymous') return first;
  const { findings } = first.refusal;
  if (findings.some(({ severity }) => severity === 'error')) return first;
  const acknowledgements = findings.map(({ ruleId, text }) => ({
    ruleId,
    text,
    reason: 'unlinked' as const,
    note: '',
  }));
  return post({ ...NO_DECISIONS, acknowledgements });
}
