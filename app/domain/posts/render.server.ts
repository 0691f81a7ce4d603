import type { SafeHtml } from '#db/schema.ts';
import type { AnonymizedText } from '#lint/gate.ts';
import { withoutMarkup } from '#lint/text/markup.ts';
import { caseParts } from './case.ts';
import { renderMarkdown } from './markdown.server.ts';

const LEAD_LENGTH = 110;

/** A part of a text that passed the check has passed it too. */
const partOf = (_whole: AnonymizedText, part: string) => part as AnonymizedText;

/** The HTML of a post's body; one in the case form becomes the table that every counselor knows. */
export function renderBody(body: AnonymizedText): SafeHtml {
  const parts = caseParts(body);
  if (!parts) return renderMarkdown(body);
  const rows = parts.map(
    ({ head, text }) =>
      `<div><dt>${head}</dt><dd>${text === '' ? '<p>（書かれていません）</p>' : renderMarkdown(partOf(body, text))}</dd></div>`,
  );
  return `<dl class="case">${rows.join('')}</dl>` as SafeHtml;
}

/** The first words of a post's prose for lists, without Markdown, at most about 110 characters. */
export function leadOf(body: AnonymizedText): AnonymizedText {
  return partOf(body, firstWords(body));
}

/** The same for showing: nothing is stored. */
export function firstWords(body: string): string {
  const parts = caseParts(body);
  const text = plainText(opening(parts ? (parts[0]?.text ?? '') : body));
  const whole = [...text];
  return whole.length <= LEAD_LENGTH ? text : `${whole.slice(0, LEAD_LENGTH - 1).join('')}…`;
}

const HEADING = /^[ \t]*#{1,6}[ \t]+.*$/m;
const LIST = /^[ \t]*(?:[-*+]|\d+\.|>|\|)[ \t]/;

/** From the first paragraph that is prose to the next heading: a heading would run into the sentence after it. */
function opening(body: string): string {
  const sections = body.split(HEADING);
  for (const section of sections) {
    const blocks = section.split(/\n[ \t]*\n/);
    const first = blocks.findIndex((block) => block.trim() !== '' && !LIST.test(block.trimStart()));
    if (first >= 0) return blocks.slice(first).join('\n\n');
  }
  const lists = sections.join('\n');
  return lists.trim() === '' ? body : lists;
}

/**
 * A post without its Markdown, on one line. Marks are taken away as the check takes them away (lint/text/markup.ts), so
 * nothing stands here that was not checked.
 */
export function plainText(body: string): string {
  return (withoutMarkup(body)?.text ?? body)
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d+\.)[ \t]+/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}
