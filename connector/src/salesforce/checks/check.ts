import { OrgUnavailable } from '../../contracts/salesforce.ts';
import type { ErrorNote } from '../../errors/errors.ts';
import { redactMessage } from '../rest/redact-message.ts';
import { Refusal } from '../rest/refusal.ts';

/** One line of the check list of an org. */
export interface Check {
    /** `sign-in`, `package`, `object Task`, `field Task.Quo_Key__c`… Stable, so that two lists can be compared. */
    readonly id: string;
    /** `warning`: the connector works, with less. */
    readonly state: 'ok' | 'warning' | 'failed';
    /** What is wrong and what to do; absent when all is well. */
    readonly note?: ErrorNote;
    /** What was found, for a person: an edition, a version, a number of fields. */
    readonly seen?: string | undefined;
}

export function ok(id: string, seen?: string): Check {
    return { id, state: 'ok', seen };
}

export function failed(id: string, code: ErrorNote['code'], seen: string): Check {
    return { id, state: 'failed', note: { code, seen } };
}

export function warning(id: string, code: ErrorNote['code'], seen: string): Check {
    return { id, state: 'warning', note: { code, seen } };
}

/** The same, where the connector works with less. */
export function asWarning(check: Check): Check {
    return check.state === 'failed' ? { ...check, state: 'warning' } : check;
}

/** What kept us from looking. @throws what nobody foresaw */
export function unexpected(id: string, error: unknown): Check {
    if (error instanceof OrgUnavailable) return { id, state: 'failed', note: error.note };
    if (error instanceof Refusal)
        return failed(id, 'SF-FORBIDDEN', redactMessage(`${error.first.code}: ${error.first.message}`));
    throw error;
}
