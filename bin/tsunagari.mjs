#!/usr/bin/env -S node --max-semi-space-size=4 --heap-growing-percent=25
// Requests leave much garbage; collecting it in small portions halves the memory for a tenth of the speed.
import * as module from 'node:module';

const NEEDED = 24;
if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  process.stderr.write(
    `Tsunagari needs Node ${NEEDED} or newer; this is ${process.version}. ` +
      'Start it with npm or npx in its folder: they use the Node that "npm ci" installed.\n',
  );
  process.exit(2);
}
module.enableCompileCache?.();
const { main } = await import('../app/cli/main.ts');
process.exitCode = await main(process.argv.slice(2));
