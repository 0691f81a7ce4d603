import type { LoaderFunctionArgs } from '@remix-run/node';
import { answerExport } from '#app/http/export-notes.server.ts';

/** One note as a file. */
export const loader = (args: LoaderFunctionArgs) => answerExport(args, args.params.slug as string);
