import type { FileKind } from '#db/schema.ts';

interface KindFacts {
  ending: string;
  mediaType: string;
  /** How people call it. */
  label: string;
  /** Whether a browser may show it in place; everything else is saved. */
  shown: boolean;
}

export const KINDS: Record<FileKind, KindFacts> = {
  pdf: { ending: 'pdf', mediaType: 'application/pdf', label: 'PDF', shown: false },
  docx: {
    ending: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    label: 'Word',
    shown: false,
  },
  xlsx: {
    ending: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    label: 'Excel',
    shown: false,
  },
  pptx: {
    ending: 'pptx',
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    label: 'PowerPoint',
    shown: false,
  },
  jpeg: { ending: 'jpg', mediaType: 'image/jpeg', label: '写真', shown: true },
  png: { ending: 'png', mediaType: 'image/png', label: '画像', shown: true },
  webp: { ending: 'webp', mediaType: 'image/webp', label: '画像', shown: true },
  csv: { ending: 'csv', mediaType: 'text/csv; charset=utf-8', label: 'CSV', shown: false },
  txt: { ending: 'txt', mediaType: 'text/plain; charset=utf-8', label: 'テキスト', shown: false },
};

/** What the browser's file chooser offers. */
export const ACCEPTED = '.pdf,.docx,.xlsx,.pptx,.jpg,.jpeg,.png,.webp,.gif,.csv,.txt';

/** Files taken at once. */
export const MOST_AT_ONCE = 10;
/** Files of one note. */
export const MOST_OF_OWNER = 50;
/** UTF-16 code units of a name. */
export const LONGEST_NAME = 80;
