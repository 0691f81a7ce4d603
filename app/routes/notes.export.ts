import type { LoaderFunctionArgs } from '@remix-run/node';
import { answerExport } from '#app/http/export-notes.server.ts';

/** All notes as one file. */
export const loader = (args: LoaderFunctionArgs) => answerExport(args);
