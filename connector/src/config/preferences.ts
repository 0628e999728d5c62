import { z } from 'zod';
import { DEFAULT_PREFERENCES, type Preferences } from '../domain/preferences/preferences.ts';
import { CodedError } from '../errors/errors.ts';
import { listFaults, type Fault } from './faults.ts';

const region = z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters');
const inbox = z.string().regex(/^PN/, 'must be an id that begins with PN');
const quoUser = z.string().regex(/^US/, 'must be an id that begins with US');
const orgUser = z.string().regex(/^005\w{12}(\w{3})?$/, "must be a user's id");
const e164 = z.string().regex(/^\+[1-9]\d{1,14}$/, 'must be a number like +15145550123');
/** Whoever may own a record: a user, or a queue. */
const owner = z
    .string()
    .regex(/^((005|00G)\w{12}(\w{3})?|[^\s@]+@[^\s@]+)$/, "must be a Salesforce user's id or email");
const field = z.string().regex(/^[A-Za-z]\w*$/, "must be a field's API name");
const timeZone = z.string().refine(isTimeZone, 'must be an IANA time zone');

const values = z.array(z.string().min(1)).min(1);
const contactFilter = z.strictObject({
    objects: z
        .array(z.enum(['Contact', 'Lead', 'Account']))
        .min(1)
        .optional(),
    owners: z.array(orgUser).min(1).optional(),
    /** Names of ours, or API names of the org: whether it has them is seen when it is described. */
    fields: z.record(field, values).optional()
});

/** Every key is optional; a key that we do not know is a mistake of the writer, so it is refused. */
const schema = z.strictObject({
    language: z.enum(['fr', 'en']).optional(),
    timeZone: timeZone.optional(),
    inboxes: z.union([z.literal('all'), z.array(inbox)]).optional(),
    logCalls: z.boolean().optional(),
    logMessages: z.boolean().optional(),
    recordings: z.boolean().optional(),
    summaries: z.boolean().optional(),
    transcripts: z.boolean().optional(),
    sona: z.boolean().optional(),
    unknownCallers: z.enum(['none', 'lead']).optional(),
    opportunities: z.enum(['never', 'only-open', 'most-recent']).optional(),
    defaultRegion: region.optional(),
    fallbackOwner: owner.optional(),
    inboxOwners: z.record(inbox, owner).optional(),
    users: z.record(quoUser, orgUser).optional(),
    internalCalls: z.boolean().optional(),
    ignoredNumbers: z.array(e164).optional(),
    leadMinSeconds: z.int().min(1).max(3_600).optional(),
    leadSource: z.string().min(1).max(255).optional(),
    phoneFields: z.partialRecord(z.enum(['Contact', 'Lead', 'Account']), z.array(field)).optional(),
    sonaFields: z
        .array(z.strictObject({ job: z.string(), question: z.string(), field, length: z.int().min(1).optional() }))
        .optional(),
    syncContacts: z.enum(['off', 'on-call', 'full']).optional(),
    contactFilter: contactFilter.optional(),
    contactOwnerField: z.string().min(1).max(255).optional(),
    directoryRefreshSeconds: z.number().int().min(30).max(86_400).optional(),
    apiBudget: z.number().int().min(1).optional()
});

/**
 * Fills in the defaults.
 *
 * @throws {CodedError} `CONFIG-PREFERENCES`, naming every faulty key
 */
export function readPreferences(value: unknown): Preferences {
    const parsed = schema.safeParse(value);
    if (!parsed.success)
        throw new CodedError(
            'CONFIG-PREFERENCES',
            listFaults(parsed.error.issues.map((issue) => toFault(issue, value)))
        );
    return { ...DEFAULT_PREFERENCES, ...withoutUndefined(parsed.data) };
}

export interface PreferenceFault {
    /** From the preference inwards: `['sonaFields', 0, 'field']`. */
    readonly path: readonly PropertyKey[];
    /** What stands there, shortened. */
    readonly seen: string;
}

/** What `readPreferences` would refuse, one by one; empty when nothing. */
export function preferenceFaults(value: unknown): readonly PreferenceFault[] {
    const parsed = schema.safeParse(value);
    if (parsed.success) return [];
    return parsed.error.issues.map(({ path }) => ({ path, seen: seenIn(value, path) }));
}

/** @throws {CodedError} `CONFIG-PREFERENCES` when the text is not JSON or a key is faulty */
export function readPreferencesText(text: string): Preferences {
    try {
        return readPreferences(JSON.parse(text));
    } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        throw new CodedError('CONFIG-PREFERENCES', `not JSON (${error.message})`, { cause: error });
    }
}

function toFault(issue: z.core.$ZodIssue, value: unknown): Fault {
    const name = issue.path.join('.') || 'preferences';
    const examples: Readonly<Record<string, unknown>> = { ...DEFAULT_PREFERENCES, ...EXAMPLES };
    const example = examples[String(issue.path[0])] ?? { language: 'fr' };
    return { name, seen: `${seenIn(value, issue.path)}: ${issue.message}`, example: JSON.stringify(example) };
}

/** For keys that are empty by default. */
const EXAMPLES: Readonly<Record<string, unknown>> = {
    fallbackOwner: 'dispatch@example.com',
    inboxOwners: { PNabc123: 'dispatch@example.com' },
    users: { USabc123: '005000000000001AAA' },
    ignoredNumbers: ['+15145550123'],
    leadMinSeconds: 15,
    leadSource: 'Quo',
    phoneFields: { Contact: ['Phone', 'MobilePhone'] },
    sonaFields: [{ job: 'Take a message', question: 'Reason', field: 'Reason__c' }],
    contactFilter: { objects: ['Contact'] },
    contactOwnerField: 'Owner',
    apiBudget: 10_000
};

const LONGEST_SEEN = 60;

function seenIn(value: unknown, path: readonly PropertyKey[]): string {
    const at = path.reduce<unknown>((inside, key) => (inside as Record<PropertyKey, unknown> | null)?.[key], value);
    const text = (JSON.stringify(at) as string | undefined) ?? 'nothing';
    return text.length > LONGEST_SEEN ? `${text.slice(0, LONGEST_SEEN)}…` : text;
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(value: T): Present<T> {
    return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Present<T>;
}

function isTimeZone(name: string): boolean {
    try {
        new Intl.DateTimeFormat('en', { timeZone: name });
        return true;
    } catch {
        return false;
    }
}
