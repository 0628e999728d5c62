import { createHash } from 'node:crypto';
import { z } from 'zod';
import { OrgUnavailable } from '../../contracts/salesforce.ts';
import type { Vault } from '../../contracts/store.ts';
import { grantToken, type GrantEffects } from './grants.ts';
import { refuseOtherOrg, type BelongingOrg } from './same-org.ts';
import type { TokenAnswer } from './token-answer.ts';
import type { OrgSettings } from '../settings.ts';

/** The vault's name for the tokens of a connection; one secret, so that access and refresh token change together. */
export const TOKENS_SECRET = 'salesforce-tokens';

const Tokens = z.object({
    accessToken: z.string(),
    instanceUrl: z.string(),
    refreshToken: z.string().optional(),
    userId: z.string().optional(),
    organizationId: z.string().optional(),
    /** Tells tokens of an earlier configuration apart: another org, another app, another user. */
    source: z.string()
});
export type Tokens = z.infer<typeof Tokens>;

export interface TokenKeeper {
    /** The stored tokens, or new ones when there are none. @throws {OrgUnavailable} */
    current(): Promise<Tokens>;
    /**
     * Tokens to use instead of ones that Salesforce no longer takes. Of all callers, in this process and in others, one
     * asks Salesforce; the answer is stored before anybody uses it, so that a rotated refresh token is never lost.
     *
     * @throws {OrgUnavailable}
     */
    renew(stale: Tokens): Promise<Tokens>;
}

export interface KeepingEffects extends GrantEffects {
    /** Tokens of any other org are refused. Absent: only those that were kept tell which org belongs here. */
    readonly belonging?: BelongingOrg;
}

export function keepTokens(
    settings: Pick<OrgSettings, 'loginUrl' | 'login'>,
    vault: Vault,
    connection: string,
    effects: KeepingEffects
): TokenKeeper {
    const source = sourceOf(settings);
    const ours = (secret: string | undefined): Tokens | undefined => {
        const tokens = parseTokens(secret);
        return tokens?.source === source ? tokens : undefined;
    };
    const { belonging } = effects;
    const use = async (tokens: Tokens): Promise<Tokens> => {
        if (tokens.organizationId !== undefined) await belonging?.keep(tokens.organizationId);
        return tokens;
    };
    const exchange = async (stale?: Tokens): Promise<Tokens> => {
        const known = await belonging?.known();
        const secret = await vault.exchange(connection, TOKENS_SECRET, async (current) => {
            const stored = ours(current);
            if (current !== undefined && stored !== undefined && stored.accessToken !== stale?.accessToken)
                return current;
            const answer = await grantToken(settings.loginUrl, settings.login, stored?.refreshToken, effects);
            // What was kept for another configuration tells the org as well. Asked of nobody else here: the exchange
            // holds one of the store's connections.
            refuseOtherOrg(answer.organizationId, known ?? parseTokens(current)?.organizationId);
            return JSON.stringify(merge(answer, stored, source));
        });
        const tokens = ours(secret);
        if (tokens === undefined) throw new OrgUnavailable('session', { code: 'SF-NOT-CONNECTED' });
        return use(tokens);
    };
    let renewing: Promise<Tokens> | undefined;
    return {
        async current() {
            const stored = ours(await vault.read(connection, TOKENS_SECRET));
            if (stored === undefined) return exchange();
            refuseOtherOrg(stored.organizationId, await belonging?.known());
            return use(stored);
        },
        renew: (stale) => {
            renewing ??= exchange(stale).finally(() => (renewing = undefined));
            return renewing;
        }
    };
}

/** Stores what a sign-in in the browser brought. */
export async function storeSignIn(
    settings: Pick<OrgSettings, 'loginUrl' | 'login'>,
    vault: Vault,
    connection: string,
    answer: TokenAnswer
): Promise<void> {
    await vault.exchange(connection, TOKENS_SECRET, async () =>
        JSON.stringify(merge(answer, undefined, sourceOf(settings)))
    );
}

/** @returns `undefined` when there is none, or when it cannot be read */
export function parseTokens(secret: string | undefined): Tokens | undefined {
    if (secret === undefined) return undefined;
    try {
        return Tokens.parse(JSON.parse(secret));
    } catch {
        return undefined;
    }
}

function merge(answer: TokenAnswer, before: Tokens | undefined, source: string): Tokens {
    return {
        accessToken: answer.accessToken,
        instanceUrl: answer.instanceUrl,
        // Without rotation Salesforce sends no new refresh token, and the old one stays good.
        refreshToken: answer.refreshToken ?? before?.refreshToken,
        userId: answer.userId ?? before?.userId,
        organizationId: answer.organizationId ?? before?.organizationId,
        source
    };
}

function sourceOf({ loginUrl, login }: Pick<OrgSettings, 'loginUrl' | 'login'>): string {
    const user = login.flow === 'jwt-bearer' ? login.username : '';
    return createHash('sha256').update([loginUrl, login.flow, login.clientId, user].join('\n')).digest('hex');
}
