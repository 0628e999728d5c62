import type { ErrorCode } from '../../errors/errors.ts';
import { OrgUnavailable } from '../../contracts/salesforce.ts';
import { redactMessage } from '../rest/redact-message.ts';

/** Salesforce says nearly everything with `invalid_grant`; its description tells the cases apart. First match wins. */
const CASES: readonly (readonly [RegExp, ErrorCode])[] = [
    [/invalid_client|invalid client|client identifier|consumer key|invalid_client_id/i, 'SF-CLIENT'],
    [/app_not_found|app_blocked|must be installed|approved this consumer|not approved|admin/i, 'SF-APP-NOT-APPROVED'],
    [/no client credentials user|client credentials flow not enabled/i, 'SF-NO-RUN-AS-USER'],
    [/inactive_user|inactive user|inactive_org|user is inactive|locked/i, 'SF-USER-INACTIVE'],
    [/ip restricted|ip_restricted|login hours/i, 'SF-SIGN-IN-RESTRICTED'],
    [/access_denied|end-user denied/i, 'SF-CONSENT-REFUSED'],
    [/redirect_uri/i, 'SF-REDIRECT-URI'],
    [/authorization code|expired code|invalid code|code verifier|code_verifier/i, 'SF-SIGN-IN-EXPIRED'],
    [/assertion|audience|jwt|signature/i, 'SF-JWT'],
    [/expired access\/refresh token|refresh token|token/i, 'SF-SIGN-IN-REVOKED'],
    [/unsupported_grant_type|not enabled|not supported/i, 'SF-FLOW-DISABLED']
];
/** Asking again helps: Salesforce's words for its own trouble, and for too many sign-ins at once. */
const PASSING =
    /rate_limit|rate limit|unknown_error|retry your request|server_error|temporarily_unavailable|unavailable/i;

/** What an OAuth error means to us. */
export function oauthFailure(error: string, description = ''): OrgUnavailable {
    const seen = redactMessage(description === '' ? error : `${error}: ${description}`);
    const text = `${error} ${description}`;
    if (PASSING.test(text)) return new OrgUnavailable('retry', { code: 'SF-TROUBLE', seen });
    const code = CASES.find(([pattern]) => pattern.test(text))?.[1] ?? 'SF-SIGN-IN-REFUSED';
    return new OrgUnavailable('session', { code, seen });
}
