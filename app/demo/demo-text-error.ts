import type { FieldFinding, Refusal } from '#app/domain/outcome.ts';

/** A text of the demo network was refused. The demo's texts are ours and name nobody, so the message may quote them. */
export class DemoTextError extends Error {
  constructor(where: string, refusal: Refusal | { findings?: FieldFinding[]; disputed?: FieldFinding[] }) {
    const findings = 'findings' in refusal ? (refusal.findings ?? []) : [];
    const passages = findings.map(({ ruleId, text }) => `${ruleId} ${text}`).join(', ');
    super(
      `The demo text "${where}" was refused: ${passages || ('code' in refusal ? refusal.code : 'disputed')}`,
    );
  }
}
