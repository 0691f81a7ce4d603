import { mountComposers } from './ui/composer/mount.client.tsx';

// Pages are plain HTML; the one part that React takes over in the browser is the composer.
mountComposers();
