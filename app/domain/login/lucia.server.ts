import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia';
import { prepared } from '#db/prepared.server.ts';
import type { Db, Role } from '#db/schema.ts';
import { hashToken } from '../ids.server.ts';

/** Who is logged in, as every page needs them. */
export interface Viewer {
  id: string;
  role: Role;
  familyName: string;
  organizationId: string;
  /** As it stands before the family name. */
  organization: string;
  introduced: boolean;
}

interface UserAttributes {
  role: Role;
  familyName: string;
  organizationId: string;
  organization: string;
  introduced: boolean;
}

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof createLucia>;
    DatabaseUserAttributes: UserAttributes;
  }
}

const COOKIE = 'tsunagari_session';

/**
 * Lucia over our tables.
 *
 * @param secure whether the cookie travels over https only
 * @param days life of a login session; it is renewed in its second half
 */
export function createLucia(db: Db, { secure, days }: { secure: boolean; days: number }) {
  return new Lucia(new HashedSessions(db), {
    sessionExpiresIn: new TimeSpan(days, 'd'),
    sessionCookie: { name: COOKIE, attributes: { secure, sameSite: 'lax', path: '/' } },
    getUserAttributes: (attributes) => attributes,
  });
}

export type Sessions = ReturnType<typeof createLucia>;

const sessionByHash = prepared((db, { hash }: { hash: string }) =>
  db
    .selectFrom('login_session')
    .innerJoin('member', 'member.id', 'login_session.member_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select([
      'login_session.expires_at',
      'member.id',
      'member.role',
      'member.family_name',
      'member.introduction',
      'organization.id as organizationId',
      'organization.label as organization',
    ])
    .where('login_session.id_hash', '=', hash),
);

/** Lucia's adapter that closes its one gap: the table holds a hash of the session id, so a stolen copy opens nothing. */
class HashedSessions implements Adapter {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async getSessionAndUser(sessionId: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const [row] = await sessionByHash(this.#db, { hash: hashToken(sessionId) });
    if (!row) return [null, null];
    return [
      { id: sessionId, userId: row.id, expiresAt: new Date(row.expires_at), attributes: {} },
      {
        id: row.id,
        attributes: {
          role: row.role,
          familyName: row.family_name,
          organizationId: row.organizationId,
          organization: row.organization,
          introduced: row.introduction !== '',
        },
      },
    ];
  }

  /** Not to be had: the ids themselves are stored nowhere. */
  async getUserSessions(): Promise<DatabaseSession[]> {
    throw new Error('Login sessions cannot be listed: only hashes of their ids are stored');
  }

  async setSession({ id, userId, expiresAt }: DatabaseSession): Promise<void> {
    await this.#db
      .insertInto('login_session')
      .values({ id_hash: hashToken(id), member_id: userId, expires_at: expiresAt.toISOString() })
      .execute();
  }

  async updateSessionExpiration(sessionId: string, expiresAt: Date): Promise<void> {
    await this.#db
      .updateTable('login_session')
      .set({ expires_at: expiresAt.toISOString() })
      .where('id_hash', '=', hashToken(sessionId))
      .execute();
  }

  async deleteSession(sessionId: string): Promise<void> {
    await this.#db.deleteFrom('login_session').where('id_hash', '=', hashToken(sessionId)).execute();
  }

  async deleteUserSessions(userId: string): Promise<void> {
    await this.#db.deleteFrom('login_session').where('member_id', '=', userId).execute();
  }

  async deleteExpiredSessions(): Promise<void> {
    await this.#db.deleteFrom('login_session').where('expires_at', '<=', new Date().toISOString()).execute();
  }
}
