/** What a user allowed on the consent page. */
interface AuthorizationGrant {
    readonly userId: string;
    readonly clientId: string;
    readonly redirectUri: string;
    readonly scope: string;
    readonly codeChallenge: string;
    readonly issuedAt: number;
}

export interface AuthorizationCodes {
    issue(grant: AuthorizationGrant): string;
    /** Takes the code: it works once, within 15 minutes. */
    redeem(code: string, now: number): AuthorizationGrant | undefined;
}

const LIFETIME = 15 * 60_000;

export function createAuthorizationCodes(random: () => string): AuthorizationCodes {
    const grants = new Map<string, AuthorizationGrant>();
    return {
        issue: (grant) => {
            const code = `aPrx${random()}==`;
            grants.set(code, grant);
            return code;
        },
        redeem: (code, now) => {
            const grant = grants.get(code);
            grants.delete(code);
            return grant && now - grant.issuedAt <= LIFETIME ? grant : undefined;
        }
    };
}
