// Begins a thread with the file that its arguments name.
import * as module from 'node:module';
import { keepCompiled } from './compiled.mjs';

keepCompiled();
await import(String(process.argv[2]));
module.flushCompileCache?.();
