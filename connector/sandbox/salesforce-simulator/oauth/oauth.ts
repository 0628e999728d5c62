import type { BuiltOrg } from '../build-org.ts';
import type { Row } from '../records/row.ts';
import type { AuthorizationCodes } from './authorization-codes.ts';
import type { Sessions } from './sessions.ts';

/** The app that clients sign in as. */
interface ClientApp {
    readonly id: string;
    readonly secret: string;
    /** PEM of the certificate that JWT assertions are signed for. */
    readonly jwtCertificate: string | undefined;
}

/** What the OAuth endpoints work with. */
export interface OAuth {
    readonly org: () => BuiltOrg;
    readonly sessions: Sessions;
    readonly codes: AuthorizationCodes;
    readonly app: ClientApp;
    /** `http://127.0.0.1:…`: where this org is reached. */
    readonly origin: () => string;
    readonly now: () => number;
}

/** An active user who is not frozen, by name, case-insensitive, or by id. */
export function findUser(oauth: OAuth, which: { username: string } | { id: string }): Row | undefined {
    const { state } = oauth.org();
    const users = state.schema.object('User');
    if (!users) return undefined;
    const table = state.tables.of(users);
    const user = 'id' in which ? table.get(which.id) : table.find('Username', which.username)?.[0];
    return user?.IsActive === true && !isFrozen(oauth, user.Id) ? user : undefined;
}

/** Frozen users cannot sign in (Salesforce Help, Freeze or Unfreeze User Accounts). */
function isFrozen(oauth: OAuth, userId: unknown): boolean {
    const { state } = oauth.org();
    const logins = state.schema.object('UserLogin');
    return !!logins && [...state.tables.of(logins).all()].some((row) => row.UserId === userId && row.IsFrozen === true);
}
