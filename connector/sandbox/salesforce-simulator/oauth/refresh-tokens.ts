export interface RefreshGrant {
    readonly userId: string;
    readonly clientId: string;
    readonly scope: string;
    /** The first token of the chain; without one, a new chain begins. */
    readonly family?: string;
}

export interface RefreshToken extends Required<RefreshGrant> {
    readonly token: string;
    /** Replaced by a newer one: using it again is a sign of theft, and ends everything that came from it. */
    spent: boolean;
}

/** Refresh tokens, each of which works once. */
export interface RefreshTokens {
    issue(grant: RefreshGrant): RefreshToken;
    find(token: string): RefreshToken | undefined;
    /** Ends every token of the chain that this one belongs to. @returns false when there is no such token */
    endFamily(token: string): boolean;
}

/** @param ended called for each token that ends, so that the sessions that came from it end too */
export function createRefreshTokens(random: () => string, ended: (refresh: RefreshToken) => void): RefreshTokens {
    const tokens = new Map<string, RefreshToken>();
    return {
        issue: ({ family, ...grant }) => {
            const token = `5Aep861${random()}`;
            const refresh = { ...grant, token, spent: false, family: family ?? token };
            tokens.set(token, refresh);
            return refresh;
        },
        find: (token) => tokens.get(token),
        endFamily: (token) => {
            const family = tokens.get(token)?.family;
            if (family === undefined) return false;
            for (const refresh of [...tokens.values()].filter((known) => known.family === family)) {
                tokens.delete(refresh.token);
                ended(refresh);
            }
            return true;
        }
    };
}
