import { compositeReads } from '../rest/composite.ts';
import { QueryPage } from '../rest/query.ts';
import type { Session } from '../rest/session.ts';
import { queryPath } from '../rest/soql.ts';
import { ok, warning, type Check } from './check.ts';

/** Lightning pages are among what a site is trusted by; `Communities` and `VisualForce` do without them. */
const CONTEXTS = ['All', 'LEX'];
const SOQL =
    'SELECT Id, EndpointUrl, Context FROM CspTrustedSite WHERE IsActive = true AND IsApplicableToMediaSrc = true';

/**
 * Whether Salesforce pages may play what comes from the connector (Setup → Trusted URLs). One API call; none where
 * recordings are not offered or the connector has no address that Salesforce could trust.
 *
 * @param address of the connector, as browsers reach it
 */
export async function checkTrustedSite(session: Session, address: string | undefined): Promise<readonly Check[]> {
    if (address === undefined || !address.startsWith('https:')) return [];
    const { host, origin } = new URL(address);
    const [part] = await compositeReads(session, [queryPath(session.root, SOQL)]);
    const page = QueryPage.safeParse(part?.body);
    if (!page.success) return [warning('trusted url', 'SF-TRUST-UNSEEN', origin)];
    const isTrusted = page.data.records.some(
        ({ EndpointUrl, Context }) => CONTEXTS.includes(String(Context)) && covers(String(EndpointUrl), host)
    );
    return [isTrusted ? ok('trusted url', origin) : warning('trusted url', 'SF-NOT-TRUSTED', origin)];
}

/** A trusted URL names one host, with or without scheme, or all below one: `https://*.example.com`. */
function covers(trusted: string, host: string): boolean {
    const wanted = trusted
        .toLowerCase()
        .replace(/^https:\/\//, '')
        .replace(/\/$/, '');
    if (!wanted.startsWith('*.')) return wanted === host;
    return host.endsWith(wanted.slice(1)) && host.length > wanted.length - 1;
}
