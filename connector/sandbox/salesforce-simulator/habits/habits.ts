import { z } from 'zod';

const count = z.int().nonnegative();
const sharingModel = z.enum(['Private', 'Read', 'ReadWrite', 'ReadWriteTransfer', 'ControlledByParent']);

/** A value of a record type, and whether it is the default. */
const choice = z.tuple([z.string(), z.boolean()]);

const recordType = z.strictObject({
    object: z.enum(['Task', 'Lead']),
    name: z.string(),
    Status: z.array(choice).optional(),
    Priority: z.array(choice).optional(),
    /** How many of the object's lead sources the record type has. */
    LeadSource: count.optional()
});

/** A validation rule that refuses what a call logger writes, restated. */
const rule = z.strictObject({
    object: z.enum(['Task', 'Lead']),
    on: z.enum(['insert', 'update']).optional(),
    field: z.string().optional(),
    /** A regular expression. */
    mustMatch: z.string().optional(),
    mustBe: z.string().optional(),
    mayNotChange: z.literal(true).optional(),
    needs: z.string().optional(),
    unless: z.string().optional()
});

/** What flows, triggers and workflow rules of an object do. */
const automation = z.strictObject({
    flows: count.optional(),
    setOnItself: z.array(z.string()).optional(),
    update: z.array(z.string()).optional(),
    create: z.array(z.string()).optional(),
    customErrors: count.optional(),
    unfilteredOnCreate: count.optional(),
    triggers: count.optional(),
    triggersThatRefuse: count.optional(),
    workflowRules: count.optional()
});

const status = z.strictObject({
    value: z.string(),
    label: z.string().optional(),
    default: z.boolean().optional(),
    closed: z.boolean().optional()
});

const duplicateRule = z.strictObject({
    object: z.string(),
    onInsert: z.enum(['Allow', 'Block']),
    security: z.enum(['EnforceSharingRules', 'BypassSharingRules']),
    matchesObjects: z.array(z.string())
});

/** How one org configures activities, leads and access, as counted in its metadata. What is absent is not known. */
export const habitsSchema = z.strictObject({
    org: z.string(),
    snapshot: z.string().optional(),
    sharing: z.record(z.string(), sharingModel).optional(),
    TaskStatus: z.array(status).optional(),
    TaskPriority: z.array(status).optional(),
    recordTypes: z.array(recordType).optional(),
    rulesThatRefuseCallLoggers: z.array(rule).optional(),
    requiredCustomFields: z
        .array(z.strictObject({ object: z.string(), type: z.literal('Text'), hasDefault: z.boolean().optional() }))
        .optional(),
    duplicateRules: z.array(duplicateRule).optional(),
    automation: z.strictObject({ Task: automation.optional(), Lead: automation.optional() }).optional(),
    LeadSource: z.strictObject({ values: count, hasDefault: z.boolean() }).optional(),
    LeadStatus: z.strictObject({ values: count, default: z.string() }).optional(),
    sharedActivities: z.boolean().optional(),
    rollUpToAccounts: z.boolean().optional(),
    activityCustomFields: count.optional(),
    customPhoneFields: z.record(z.string(), count).optional(),
    subjectsHaveCall: z.boolean().optional()
});

export type Habits = z.infer<typeof habitsSchema>;
export type HabitualRule = z.infer<typeof rule>;
export type HabitualAutomation = z.infer<typeof automation>;
export type SharingModel = z.infer<typeof sharingModel>;
