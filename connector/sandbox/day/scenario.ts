import { z } from 'zod';

/**
 * A scenario is one situation of a working day as data: what truly happened (its activities), what Quo says of it and
 * when (its events), and which Salesforce records it should leave (its expectations). People, inboxes and users are
 * named as in `people.json` and `workspace.json`; times are seconds from the scenario's start.
 */

const Answer = z.tuple([z.string(), z.union([z.string(), z.number(), z.boolean()])]);
const Job = z.strictObject({ icon: z.string().default('📝'), name: z.string(), answers: z.array(Answer) });

export const SummaryPlan = z.strictObject({
    status: z.enum(['absent', 'in-progress', 'completed', 'failed']).default('completed'),
    /** Only the REST API tells it, only for Sona. */
    title: z.string().optional(),
    summary: z.array(z.string()).nullable().default([]),
    nextSteps: z.array(z.string()).nullable().default([]),
    jobs: z.array(Job).default([])
});

export const CallPlan = z.strictObject({
    kind: z.literal('call'),
    direction: z.enum(['incoming', 'outgoing']),
    /** `null`: a call that is attached to no Quo number. */
    inbox: z.string().nullable(),
    /** Everybody on the other side: a person's name, an inbox's name (internal call), a number, or `anonymous`. */
    who: z.array(z.string()),
    starts: z.number().default(0),
    /** Seconds until it was answered, or given up. */
    rings: z.number().default(6),
    /** Seconds of talk; absent when nobody answered. */
    talks: z.number().optional(),
    answeredBy: z.string().optional(),
    initiatedBy: z.string().optional(),
    /** Whose call Quo says it is; without it, who answered or dialled, else the inbox's first user. */
    user: z.string().optional(),
    /** In the words of `call.completed`. */
    ends: z.enum(['answered', 'unanswered', 'failed', 'forwarded', 'abandoned', 'ai-handled', 'unknown']),
    /** In the words of the REST API; without it, the usual one for `ends`. */
    status: z.string().optional(),
    /** Quo sometimes tells no duration. */
    durationUnknown: z.boolean().default(false),
    forwardedFrom: z.string().optional(),
    forwardedTo: z.string().optional(),
    menu: z
        .strictObject({ selection: z.string().nullable(), name: z.string().nullable(), reason: z.string().nullable() })
        .optional(),
    recordings: z.array(z.strictObject({ starts: z.number().default(1), lasts: z.number() })).default([]),
    summary: SummaryPlan.optional(),
    voicemail: z.strictObject({ lasts: z.number(), transcript: z.string().nullable().default(null) }).optional(),
    /** Who speaks: a user's name for our side, a person's for the other. */
    transcript: z
        .array(z.strictObject({ who: z.string(), says: z.string(), start: z.number(), end: z.number() }))
        .optional()
});

export const MessagePlan = z.strictObject({
    kind: z.literal('message'),
    direction: z.enum(['incoming', 'outgoing']),
    inbox: z.string(),
    /** Everybody of the conversation but the inbox. */
    who: z.array(z.string()).min(1),
    /** Which of them wrote an incoming group text; without it, the first. */
    from: z.string().optional(),
    /** Who sent an outgoing one. */
    user: z.string().optional(),
    starts: z.number().default(0),
    text: z.string().default(''),
    /** MIME types, one for each file. */
    media: z.array(z.string()).default([]),
    status: z.enum(['queued', 'sent', 'delivered', 'undelivered', 'failed', 'received']).optional(),
    errorCode: z.string().nullable().optional()
});

export const ActivityPlan = z.discriminatedUnion('kind', [CallPlan, MessagePlan]);

const Overrides = z.record(z.string(), z.unknown());

export const EventPlan = z.strictObject({
    /** Seconds from the scenario's start: when it happened. */
    after: z.number(),
    type: z.string(),
    /** The activity that it is about. */
    of: z.string(),
    /** Whose form of payload: Quo's dated webhooks, v1 webhooks (v4), app webhooks (v2, v3). */
    family: z.enum(['2026-03-30', 'v4', 'v3', 'v2']).optional(),
    /** Keys of the resource (`data.resource` or `data.object`) that differ from what the activity says. */
    resource: Overrides.optional(),
    context: Overrides.optional(),
    data: Overrides.optional(),
    /** Times are written as app webhooks were seen to: `2026-11-20T15:00:00+00:00`. */
    offsetTimes: z.boolean().default(false),
    /** A summary that was done again replaces the activity's own from here on. */
    summary: SummaryPlan.optional(),
    /** It happened, and the API knows it, but no webhook is ever sent. */
    lost: z.boolean().default(false),
    /** Seconds between what happened and the first attempt to tell it. */
    late: z.number().default(0)
});

/** What a rep does to a Task of ours in Salesforce. Quo knows nothing of it. */
export const EditPlan = z.strictObject({
    /** Seconds from the scenario's start; what happens later in Quo is told after it. */
    after: z.number(),
    /** The call whose Task it is. */
    of: z.string(),
    /** A user's name; they must be let to edit the Task: its owner is. */
    by: z.string(),
    /** Fields by their names in Salesforce. */
    set: z.record(z.string(), z.string()).default({}),
    /** What they write in the Description, and where; `middle`: below its first line. */
    write: z.strictObject({ where: z.enum(['top', 'middle', 'end', 'instead']), text: z.string() }).optional()
});

const ExpectedAnswer = z.strictObject({
    job: z.string(),
    question: z.string(),
    /** As it is written, in French: `Oui`, `2400`. */
    answer: z.string(),
    type: z.enum(['text', 'number', 'yes or no'])
});

const ExpectedTask = z.strictObject({
    /** The activity; of a window of texts, its first message. */
    of: z.string(),
    kind: z.enum(['Call', 'Messages']),
    /** French, the default language. Absent where the inbox is not known. */
    subject: z.string().optional(),
    outcome: z.string().nullable(),
    match: z.enum(['matched', 'ambiguous', 'unmatched', 'ignored']),
    /** Why, as the code of the match reason. */
    reason: z.string(),
    /**
     * Reference names of Salesforce records, `lead:<person>` for the lead that was made of an unknown caller,
     * `sona:<activity>` for a Sona record. `null`: nobody, nothing. Absent: not part of what this scenario promises.
     */
    who: z.string().nullable().optional(),
    /** Further people of a group call or text. A text's people come in the order of their numbers. */
    alsoWho: z.array(z.string()).optional(),
    what: z.string().nullable().optional(),
    opportunityReason: z.string().optional(),
    owner: z.string().nullable().optional(),
    duration: z.number().nullable().optional(),
    /** Texts that must stand in the Description, and texts that must not. */
    says: z.array(z.string()).default([]),
    silentOn: z.array(z.string()).default([]),
    /** The first and the last line of the Description. */
    begins: z.string().optional(),
    ends: z.string().optional(),
    /** What further fields hold, by their names in Salesforce. */
    holds: z.record(z.string(), z.string()).default({}),
    messages: z.number().optional(),
    /** The time zone whose date the Task carries. */
    dateIn: z.string().optional()
});

const ExpectedSona = z.strictObject({
    of: z.string(),
    outcome: z.enum(['contained', 'transferred']),
    callerName: z.string().nullable().optional(),
    title: z.string().nullable().optional(),
    who: z.string().nullable().optional(),
    account: z.string().nullable().optional(),
    handOffTo: z.string().nullable().optional(),
    answeredBy: z.string().nullable().optional(),
    followUp: z.string().optional(),
    /** In order; the record lists them one a line. */
    nextSteps: z.array(z.string()).optional(),
    answers: z.array(ExpectedAnswer).default([])
});

/** The record of what was said on a call. */
const ExpectedTranscript = z.strictObject({
    of: z.string(),
    /** As the player reads them: whose side, who, seconds from the start of the recording, text. */
    lines: z.array(
        z.strictObject({
            side: z.enum(['us', 'them']),
            who: z.string().nullable(),
            start: z.number(),
            end: z.number(),
            text: z.string()
        })
    ),
    /** What it says to people. */
    reads: z.string().optional()
});

const ExpectedLead = z.strictObject({
    /** A person's name. */
    number: z.string(),
    /** First and last name, where the caller told them. */
    name: z.string().optional(),
    lastName: z.string().optional(),
    company: z.string()
});

export const Scenario = z.strictObject({
    /** A sentence. */
    name: z.string(),
    /** How often a day repeats it with other people; 0: once, as written. */
    repeats: z.number().int().default(0),
    activities: z.record(z.string(), ActivityPlan),
    events: z.array(EventPlan),
    /** Only who plays the org can do them; a play of Quo alone leaves them out. */
    edits: z.array(EditPlan).default([]),
    expect: z.strictObject({
        /** What the admin chose, where it isn't the default. */
        preferences: Overrides.default({}),
        tasks: z.array(ExpectedTask).default([]),
        sona: z.array(ExpectedSona).default([]),
        transcripts: z.array(ExpectedTranscript).default([]),
        leads: z.array(ExpectedLead).default([])
    })
});

export type Scenario = z.infer<typeof Scenario>;
export type CallPlan = z.infer<typeof CallPlan>;
export type MessagePlan = z.infer<typeof MessagePlan>;
export type ActivityPlan = z.infer<typeof ActivityPlan>;
export type EventPlan = z.infer<typeof EventPlan>;
export type EditPlan = z.infer<typeof EditPlan>;
export type SummaryPlan = z.infer<typeof SummaryPlan>;
