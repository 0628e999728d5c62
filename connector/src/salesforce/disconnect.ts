import type { Vault } from '../contracts/store.ts';
import { revokeToken } from './oauth/identity.ts';
import type { Fetch } from './oauth/oauth-client.ts';
import type { OrgSettings } from './settings.ts';
import { parseTokens, TOKENS_SECRET } from './oauth/tokens.ts';

/**
 * Ends our access to an org: the tokens are revoked, then erased. Nothing stored is no failure.
 *
 * @throws {OrgUnavailable} `retry` when Salesforce could not be told; the tokens are kept, to be revoked later
 */
export async function disconnectOrg(
    settings: Pick<OrgSettings, 'loginUrl'>,
    vault: Vault,
    connection: string,
    fetch: Fetch
): Promise<void> {
    const tokens = parseTokens(await vault.read(connection, TOKENS_SECRET));
    if (tokens !== undefined) await revokeToken(settings.loginUrl, tokens.refreshToken ?? tokens.accessToken, fetch);
    await vault.erase(connection, TOKENS_SECRET);
}
