import { removeDraft } from './ui/composer/draft.ts';
import { offerToCopy } from './ui/desk/offer-to-copy.ts';
import { offerToPrint } from './ui/note/offer-to-print.ts';

// A post was accepted: the draft it grew from has done its work.
for (const posted of document.querySelectorAll<HTMLElement>('[data-posted]'))
  removeDraft(posted.dataset.posted ?? '');

offerToCopy(document);
offerToPrint(document);

if (document.querySelector('[data-upload]')) {
  void import('./ui/files/upload.ts').then(({ bringUploadsToLife }) => bringUploadsToLife(document));
}

const board = document.querySelector<HTMLElement>('[data-group-board]');
if (board) void import('./ui/meeting/drag-groups.ts').then(({ bringBoardToLife }) => bringBoardToLife(board));

const shared = document.querySelector<HTMLElement>('[data-shared-text]');
if (shared)
  void import('./ui/meeting/shared-text.ts').then(({ bringSharedTextToLife }) =>
    bringSharedTextToLife(shared),
  );

// Pages are plain HTML; the one part that React takes over in the browser is the composer.
if (document.querySelector('[data-composer]')) {
  void import('./ui/composer/mount.client.tsx').then(({ mountComposers }) => mountComposers());
}

const searchBox = document.querySelector<HTMLInputElement>('input[type=search]');
if (searchBox)
  void import('./ui/search/keys.client.ts').then(({ listenForKeys }) => listenForKeys(searchBox));
