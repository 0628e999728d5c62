import { z } from 'zod';
import { byPersonObject, PERSON_OBJECTS, type PersonObject } from '../domain/objects/catalogue.ts';
import type { FieldDefinition } from '../domain/quo-contacts/owner-field.ts';
import type { FieldShape, FieldShapes } from '../domain/records/field-shape.ts';
import type { Inbox, OrgUser, QuoUser, TaskPicklists } from '../domain/workspace.ts';
import { ERROR_CODES, type ErrorCode, type ErrorNote } from '../errors/errors.ts';
import type { Compared } from './comparison.ts';
import type { CheckLine, OrgFields, OrgQueue } from './org-administration.ts';
import type { Progress } from './progress.ts';

/** Calls of the org's day, made and allowed. */
export interface Allowance {
    readonly used: number;
    readonly limit: number;
}

/** Where the test of a Quo key stands. */
export type KeyProgress =
    | { readonly state: 'trying' | 'loading' }
    /** Quo does not take the key yet, and is asked again. */
    | { readonly state: 'young'; readonly note: ErrorNote }
    | { readonly state: 'failed'; readonly note: ErrorNote }
    | { readonly state: 'done'; readonly inboxes: number; readonly users: number };

/** What putting everybody into Quo would do. */
export interface PeopleEstimate {
    readonly people: number;
    readonly create: number;
    readonly update: number;
    readonly remove: number;
    /** Nothing to do, by reason: `unchanged`, `filter`, `no-number`… */
    readonly idle: Readonly<Record<string, number>>;
    /** To Quo. */
    readonly requests: number;
    readonly seconds: number;
}

/** Where an estimate stands. */
export type EstimateState =
    | { readonly state: 'running' }
    | { readonly state: 'failed'; readonly note: ErrorNote }
    | { readonly state: 'done'; readonly estimate: PeopleEstimate };

const text = z.string();
const count = z.number();
const note: z.ZodType<ErrorNote> = z.object({
    code: z.custom<ErrorCode>((code) => typeof code === 'string' && (ERROR_CODES as readonly string[]).includes(code)),
    seen: text.optional()
});
const failed = z.object({ state: z.literal('failed'), note });

export const inboxes: z.ZodType<readonly Inbox[]> = z.array(
    z.object({ id: text, name: text, number: text, symbol: text.optional() })
);

export const quoUsers: z.ZodType<readonly QuoUser[]> = z.array(
    z.object({ id: text, email: text.optional(), firstName: text.optional(), lastName: text.optional() })
);

export const orgUsers: z.ZodType<readonly OrgUser[]> = z.array(
    z.object({ id: text, name: text, email: text, username: text.exactOptional(), isActive: z.boolean() })
);

export const orgQueues: z.ZodType<readonly OrgQueue[]> = z.array(z.object({ id: text, name: text }));

const taskValues = z.object({ closedStatus: text.exactOptional(), priority: text, statuses: z.array(text) });
export const taskPicklists: z.ZodType<TaskPicklists> = taskValues.extend({
    recordTypes: z.record(text, taskValues).exactOptional()
});

export const fieldDefinitions: z.ZodType<readonly FieldDefinition[]> = z.array(
    z.object({ key: text, name: text, type: text })
);

const fieldShape: z.ZodType<FieldShape> = z.object({
    type: text,
    length: count,
    precision: count.optional(),
    scale: count.optional(),
    digits: count.optional(),
    isHtml: z.boolean().optional(),
    isRestricted: z.boolean().optional(),
    referenceTo: z.array(text).optional(),
    values: z.array(z.object({ value: text, label: text })).exactOptional(),
    isWritable: z.boolean()
});

export const fieldShapes: z.ZodType<FieldShapes> = z.record(text, fieldShape);

const personObject: z.ZodType<PersonObject> = z.enum(PERSON_OBJECTS);
const orgField = z.object({ name: text, label: text, type: text, length: count });
const fillable = z.array(z.object({ name: text, label: text, isRequired: z.boolean(), shape: fieldShape }));

export const orgFields: z.ZodType<OrgFields> = z.object({
    phones: z.object(byPersonObject(() => z.array(orgField))),
    sona: z.array(orgField),
    filter: z.array(orgField.extend({ objects: z.array(personObject) })),
    fillable: z.object({ Task: fillable, Lead: fillable })
});

export const allowance: z.ZodType<Allowance> = z.object({ used: count, limit: count });

/** A key that was entered later replaces an earlier attempt. */
export const quoKeyTrial: z.ZodType<KeyProgress & { readonly attempt?: string }> = z.intersection(
    z.union([
        z.object({ state: z.enum(['trying', 'loading']) }),
        z.object({ state: z.literal('young'), note }),
        failed,
        z.object({ state: z.literal('done'), inboxes: count, users: count })
    ]),
    z.object({ attempt: text.exactOptional() })
);

export const checkLines: z.ZodType<readonly CheckLine[]> = z.array(
    z.object({
        id: text,
        state: z.enum(['ok', 'warning', 'failed']),
        note: note.exactOptional(),
        seen: text.optional()
    })
);

export const compared: z.ZodType<Compared> = z.object({
    to: z.iso.datetime(),
    at: z.iso.datetime().exactOptional(),
    missed: count.exactOptional(),
    failingSince: z.iso.datetime().exactOptional()
});

export const estimateState: z.ZodType<EstimateState> = z.union([
    z.object({ state: z.literal('running') }),
    failed,
    z.object({
        state: z.literal('done'),
        estimate: z.object({
            people: count,
            create: count,
            update: count,
            remove: count,
            idle: z.record(text, count),
            requests: count,
            seconds: count
        })
    })
]);

export const progressState: z.ZodType<Omit<Progress, 'ageMs' | 'task'>> = z.object({
    state: z.enum(['running', 'paused', 'done', 'failed', 'interrupted']),
    done: count,
    total: count.exactOptional(),
    note: note.exactOptional(),
    detail: z.record(text, count).exactOptional()
});
