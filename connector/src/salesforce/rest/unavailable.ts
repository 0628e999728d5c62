import type { ErrorCode } from '../../errors/errors.ts';
import { OrgUnavailable } from '../../contracts/salesforce.ts';
import { causeOf } from '../oauth/oauth-client.ts';
import type { OrgError } from './refusal.ts';
import { redactMessage } from './redact-message.ts';

type Kind = OrgUnavailable['kind'];

/** Errors of a whole request that say something about the org, not about what was asked. */
const OF_THE_ORG: Readonly<Record<string, readonly [Kind, ErrorCode]>> = {
    REQUEST_LIMIT_EXCEEDED: ['limit', 'SF-LIMIT'],
    API_DISABLED_FOR_ORG: ['forbidden', 'SF-API-DISABLED'],
    API_CURRENTLY_DISABLED: ['forbidden', 'SF-API-DISABLED'],
    FUNCTIONALITY_NOT_ENABLED: ['forbidden', 'SF-API-DISABLED'],
    ORG_LOCKED: ['forbidden', 'SF-USER-INACTIVE'],
    INSUFFICIENT_ACCESS: ['forbidden', 'SF-FORBIDDEN'],
    STORAGE_LIMIT_EXCEEDED: ['forbidden', 'SF-STORAGE'],
    SERVER_UNAVAILABLE: ['retry', 'SF-TROUBLE'],
    UNKNOWN_EXCEPTION: ['retry', 'SF-TROUBLE'],
    QUERY_TIMEOUT: ['retry', 'SF-TIMEOUT'],
    INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE: ['retry', 'SF-MAINTENANCE'],
    API_TEMPORARILY_UNAVAILABLE: ['retry', 'SF-TROUBLE'],
    CONCURRENT_REQUESTS_LIMIT_EXCEEDED: ['retry', 'SF-BUSY'],
    UNSUPPORTED_API_VERSION: ['forbidden', 'SF-API-VERSION']
};
/** 420 and 502 come from Salesforce's routing layer; 429 is not documented for REST, but means what it says. */
const PASSING_STATUS = new Set([420, 408, 429]);

/**
 * What an answer says about the whole org.
 *
 * @returns `undefined` when it only refuses what was asked
 */
export function unavailableFrom(status: number, error: OrgError): OrgUnavailable | undefined {
    const seen = redactMessage(error.message === '' ? `HTTP ${status}` : `${error.code}: ${error.message}`);
    // The daily limit and the limit of concurrent long requests share one code; only the daily one takes hours to pass.
    if (error.code === 'REQUEST_LIMIT_EXCEEDED' && /concurrent/i.test(error.message))
        return new OrgUnavailable('retry', { code: 'SF-BUSY', seen });
    const [kind, code] = OF_THE_ORG[error.code] ?? ofStatus(status) ?? [];
    if (kind === undefined || code === undefined) return undefined;
    return new OrgUnavailable(kind, { code, seen }, kind === 'retry' && status >= 500);
}

function ofStatus(status: number): readonly [Kind, ErrorCode] | undefined {
    if (status >= 500 || PASSING_STATUS.has(status)) return ['retry', 'SF-TROUBLE'];
    return status === 403 ? ['forbidden', 'SF-FORBIDDEN'] : undefined;
}

/** A request without an answer. Whether it reached Salesforce is not known, except when no connection was made. */
export function unanswered(error: unknown): OrgUnavailable {
    const seen = causeOf(error);
    const neverSent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(seen);
    return new OrgUnavailable(
        'retry',
        { code: seen === 'TimeoutError' ? 'SF-TIMEOUT' : 'SF-UNREACHABLE', seen },
        !neverSent
    );
}
