import type { Rule } from '../rule.ts';

/** How many people should share what is told of somebody, at least, where the network has decided on no other number. */
export const FEWEST = 10;

/**
 * The estimate of how many people resemble a client, as people are told of it. It looks at a combination and not at a
 * passage, and knows the thread, so it is no rule of the registry; see find.server.ts.
 */
export const reidentification = {
  id: 'reidentification',
  severity: 'warning',
  title: '当てはまる人の少なさ',
  message:
    '一つひとつは小さな手がかりでも、町と年齢と世帯の形などがそろうと、当てはまる人が数人しかいないことがあります。',
} satisfies Pick<Rule, 'id' | 'severity' | 'title' | 'message'>;
