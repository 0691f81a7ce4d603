#!/usr/bin/env node
import { keepCompiled } from './compiled.mjs';
import { frugally } from './frugally.mjs';

const NEEDED = 24;
if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  process.stderr.write(
    `Tsunagari needs Node ${NEEDED} or newer; this is ${process.version}. ` +
      'Start it with npm or npx in its folder: they use the Node that "npm ci" installed.\n',
  );
  process.exit(2);
}
if (['serve', 'demo'].includes(process.argv[2] ?? '')) frugally();
keepCompiled();
const { main } = await import('../app/cli/main.ts');
process.exitCode = await main(process.argv.slice(2));
