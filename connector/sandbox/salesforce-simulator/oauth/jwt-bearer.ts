import { createPublicKey } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import { OAuthError } from './oauth-error.ts';
import type { OAuth } from './oauth.ts';

const AUDIENCES = ['https://login.salesforce.com', 'https://test.salesforce.com'];
/** An assertion may not be valid for longer than this. */
const LONGEST = 5 * 60;

/** From here on a number of seconds is beyond the year 5000, and one of milliseconds before 1974. */
const MILLISECONDS_FROM = 100_000_000_000;

/** The sf command line states its assertions' end in milliseconds (@salesforce/core 9.4), and orgs let it in. */
function secondsOf(end: number): number {
    return end < MILLISECONDS_FROM ? end : end / 1_000;
}

/** Verifies a JWT bearer assertion. @throws {OAuthError} invalid_grant, invalid_client_id or unsupported_grant_type */
export async function verifyAssertion(
    oauth: OAuth,
    assertion: string
): Promise<{ clientId: string; username: string }> {
    const { jwtCertificate } = oauth.app;
    if (jwtCertificate === undefined) {
        throw new OAuthError('invalid_grant', 'the app has no certificate to verify assertions with');
    }
    const audience = [...AUDIENCES, oauth.origin()].flatMap((origin) => [origin, `${origin}/`]);
    const now = oauth.now();
    const { payload } = await jwtVerify(assertion, createPublicKey(jwtCertificate), {
        algorithms: ['RS256'],
        audience,
        currentDate: new Date(now),
        requiredClaims: ['iss', 'sub', 'aud', 'exp']
    }).catch((error: unknown) => {
        throw new OAuthError(
            'invalid_grant',
            error instanceof errors.JWTExpired ? 'expired authorization code' : 'invalid assertion'
        );
    });
    if (payload.iss !== oauth.app.id) throw new OAuthError('invalid_client_id', 'client identifier invalid');
    if (secondsOf(payload.exp ?? 0) - now / 1_000 > LONGEST) throw new OAuthError('invalid_grant', 'invalid assertion');
    return { clientId: payload.iss, username: payload.sub ?? '' };
}
