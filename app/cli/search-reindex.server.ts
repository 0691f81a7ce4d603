import { readConfig } from '#app/config.server.ts';
import { allDocuments, countDocuments } from '#app/domain/search/all-documents.server.ts';
import { openServices } from '#app/server/services.server.ts';

const WIDTH = 30;

/** `tsunagari search reindex`: builds the index anew while the site goes on; see docs/search.md. */
export async function reindexCommand(): Promise<number> {
  const { db, search, close } = await openServices(readConfig(process.env, 'production'));
  try {
    const total = await countDocuments(db);
    const done = await search.rebuild(allDocuments(db), (written) =>
      process.stderr.write(bar(written, total)),
    );
    process.stderr.write('\n');
    process.stdout.write(
      done
        ? 'The search index is new.\n検索の索引を作りなおしました。\n'
        : 'Another process is building the index.\nほかのところで、いま索引を作りなおしています。\n',
    );
    return done ? 0 : 1;
  } finally {
    await close();
  }
}

function bar(written: number, total: number): string {
  const share = total === 0 ? 1 : Math.min(1, written / total);
  const full = Math.round(share * WIDTH);
  return `\r[${'#'.repeat(full)}${' '.repeat(WIDTH - full)}] ${Math.round(share * 100)}% ${written}/${total}`;
}
