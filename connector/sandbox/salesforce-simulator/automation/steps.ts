import { z } from 'zod';

const literal = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** What a step puts into a field. */
const value = z.union([
    literal,
    /** Calculated from the record that is saved. */
    z.strictObject({ formula: z.string() }),
    /** Taken from another of its fields as it stands, ids too. */
    z.strictObject({ field: z.string() }),
    /** The id of the first record of an object whose field has this value: a queue by its name, a user by username. */
    z.strictObject({ find: z.strictObject({ object: z.string(), field: z.string(), value: z.string() }) })
]);

const values = z.record(z.string(), value);

/** What a step does with the record that is saved. */
const action = z.discriminatedUnion('does', [
    /** Sets fields of the record itself. */
    z.strictObject({ does: z.literal('set'), values }),
    /** Refuses the save with a sentence, as `addError` in a trigger and a custom error in a flow do. */
    z.strictObject({ does: z.literal('refuse'), message: z.string(), field: z.string().optional() }),
    /** Changes the record that a lookup of the record names; with `object`, only when it is one. */
    z.strictObject({ does: z.literal('update'), lookup: z.string(), object: z.string().optional(), values }),
    z.strictObject({ does: z.literal('create'), object: z.string(), values }),
    /** Asks the database once for every record, so that a transaction with more of them breaks a governor limit. */
    z.strictObject({ does: z.literal('limit'), records: z.int().positive() })
]);

/** A step of an org's automation: what a trigger or a record-triggered flow does when a record is saved. */
export const stepSchema = z.strictObject({
    /** As refusals name it: `TaskTrigger`. */
    name: z.string(),
    object: z.string(),
    /** `before` the record is checked and stored, or `after` that, in the same transaction. */
    when: z.enum(['before', 'after']),
    /** Both when absent. */
    on: z.array(z.enum(['create', 'update'])).optional(),
    /** A Salesforce formula that says whether the step runs. */
    condition: z.string().optional(),
    action
});

/** The rule by which new and changed leads get their owner. */
export const assignmentRuleSchema = z.strictObject({
    object: z.literal('Lead'),
    name: z.string(),
    /** The first entry whose condition is true decides; one without a condition is always true. */
    entries: z.array(
        z.strictObject({
            condition: z.string().optional(),
            /** The user by username, or the queue by its developer name. */
            owner: z.union([z.strictObject({ user: z.string() }), z.strictObject({ queue: z.string() })])
        })
    )
});

export type AutomationStep = z.infer<typeof stepSchema>;
export type StepAction = AutomationStep['action'];
export type StepValue = z.infer<typeof value>;
export type AssignmentRule = z.infer<typeof assignmentRuleSchema>;
