import type { AppLoadContext } from '@remix-run/node';
import type { Viewer } from '#app/domain/login/lucia.server.ts';
import { createLog } from '#app/server/log.server.ts';
import type { Services } from '#app/server/services.server.ts';
import type { TestMember } from './builders.server.ts';

const viewerOf = (member: TestMember): Viewer => ({ ...member, organization: 'みなみ市', introduced: false });

/** What the server hands to a loader or an action, for tests that call one without a server. */
export function contextOf(
  services: Services,
  member: TestMember | null,
  changed: Partial<AppLoadContext> = {},
): AppLoadContext {
  return {
    ...services,
    requestId: 'test',
    nonce: 'nonce',
    address: '203.0.113.7',
    log: createLog(() => {}),
    viewer: async () => member && viewerOf(member),
    cookies: [],
    frames: [],
    fragments: new Map(),
    nudge() {},
    ...changed,
  };
}
