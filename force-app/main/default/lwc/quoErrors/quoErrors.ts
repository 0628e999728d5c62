/** What went wrong, in the user's words: a sentence and what to do. */
import { errors as labels } from 'c/quoLabels';

export interface Problem {
    readonly sentence: string;
    readonly remedy: string;
    /** The platform's own words, for an administrator. */
    readonly detail: string;
}

/** Every message in whatever the platform's adapters reject or emit, in order, without repeats. */
export function errorMessages(error: unknown): readonly string[] {
    const found: string[] = [];
    const visit = (value: unknown, depth: number) => {
        if (depth > 5 || value === null || value === undefined) return;
        if (Array.isArray(value)) value.forEach((item) => visit(item, depth + 1));
        else if (typeof value === 'object') {
            const record = value as Record<string, unknown>;
            if (typeof record.message === 'string') found.push(record.message);
            ['body', 'errors', 'output', 'fieldErrors', 'pageErrors'].forEach((key) => visit(record[key], depth + 1));
            if (depth > 1 && record.message === undefined)
                Object.values(record).forEach((item) => visit(item, depth + 1));
        }
    };
    visit(error, 0);
    return [...new Set(found)];
}

const KINDS: readonly { readonly seen: RegExp; readonly sentence: string; readonly remedy: string }[] = [
    {
        seen: /INSUFFICIENT_ACCESS|insufficient (?:access|permission)|do(?:es)?n.t have (?:access|permission)|FIELD_CUSTOM_READONLY|not permitted|FORBIDDEN|Unable to (?:create|update) fields/i,
        sentence: labels.noAccess,
        remedy: labels.noAccessRemedy
    },
    {
        seen: /FieldUndefined|Validation error of type|Cannot query field|No such column|INVALID_FIELD|INVALID_TYPE|is not supported in this org/i,
        sentence: labels.notInstalled,
        remedy: labels.notInstalledRemedy
    },
    { seen: /NOT_FOUND|ENTITY_IS_DELETED|does not exist|deleted/i, sentence: labels.gone, remedy: labels.goneRemedy },
    { seen: /duplicate/i, sentence: labels.duplicate, remedy: labels.duplicateRemedy },
    { seen: /UNABLE_TO_LOCK_ROW|exclusive access/i, sentence: labels.busy, remedy: labels.busyRemedy },
    {
        seen: /REQUEST_LIMIT_EXCEEDED|limit exceeded|too many requests/i,
        sentence: labels.limit,
        remedy: labels.limitRemedy
    },
    { seen: /network|fetch|timed? ?out|offline|unreachable/i, sentence: labels.offline, remedy: labels.offlineRemedy },
    {
        seen: /VALIDATION|REQUIRED_FIELD_MISSING|FIELD_INTEGRITY|STRING_TOO_LONG|required/i,
        sentence: labels.refused,
        remedy: labels.refusedRemedy
    }
];

/** Turns an error into a sentence and a remedy. What is not recognised says so and keeps the platform's words. */
export function explainError(error: unknown): Problem {
    const messages = errorMessages(error);
    const detail = messages.join(' ');
    const code = JSON.stringify(error ?? '') ?? '';
    const kind = KINDS.find(({ seen }) => seen.test(detail)) ?? KINDS.find(({ seen }) => seen.test(code));
    return {
        sentence: kind?.sentence ?? labels.unknown,
        remedy: kind?.remedy ?? labels.unknownRemedy,
        detail
    };
}
