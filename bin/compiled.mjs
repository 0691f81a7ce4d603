import * as module from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Keeps what Node makes of the project's files beside its packages: the next start takes it from there. Without, each
 * start and each thread loads the compiler, which takes 30 MB. In a folder that cannot be written, all goes on as before.
 */
export function keepCompiled() {
  module.enableCompileCache?.(fileURLToPath(new URL('../node_modules/.cache/tsunagari', import.meta.url)));
}
