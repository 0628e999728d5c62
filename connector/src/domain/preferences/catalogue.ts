import { E164, REGION, TIME_ZONE } from './formats.ts';
import type { Catalogue } from './kinds.ts';

/**
 * Every preference, once. Type, reader, form, saving, export and the tables in the documents follow from the entry;
 * what people read of it stands in `locales/{en,fr}/preferences.ts`.
 */
export const CATALOGUE = {
    inboxes: { kind: 'inboxes', section: 'what', default: 'all', example: ['PNabc123'] },
    logCalls: { kind: 'switch', section: 'what', default: true },
    logMessages: { kind: 'switch', section: 'what', default: true },
    recordings: { kind: 'switch', section: 'what', default: true },
    summaries: { kind: 'switch', section: 'what', default: true },
    transcripts: { kind: 'switch', section: 'what', default: true },
    /** Whether calls get a record of what was said, `Quo_Transcript__c`. */
    callTranscripts: { kind: 'switch', section: 'what', default: true },
    /** Whether calls that Sona handled get a record of their own. */
    sona: { kind: 'switch', section: 'what', default: true },
    /** Calls between two numbers of the workspace. */
    internalCalls: { kind: 'switch', section: 'what', default: false },

    language: { kind: 'choice', section: 'how', options: ['fr', 'en'], default: 'fr' },
    /** IANA name; dates on records and times in texts are in it. */
    timeZone: { kind: 'text', section: 'how', format: TIME_ZONE, default: 'America/Toronto' },
    /** Time zones by inbox (`PN…` → IANA name); every other inbox is in `timeZone`. */
    inboxTimeZones: { kind: 'inbox-zones', section: 'how', default: {}, example: { PNabc123: 'America/Vancouver' } },
    /** ISO 3166 region in which numbers without a country code are read. */
    defaultRegion: { kind: 'text', section: 'how', format: REGION, default: 'CA' },

    /** Record type, `Type` and values of further fields of Tasks, by kind. */
    taskFields: {
        kind: 'field-defaults',
        section: 'how',
        object: 'Task',
        default: [],
        example: [{ field: 'Type', value: 'Call', on: 'call' }]
    },

    unknownCallers: { kind: 'choice', section: 'who', options: ['none', 'lead'], default: 'none' },
    /** `LeadSource` of leads made for unknown callers. */
    leadSource: { kind: 'text', section: 'who', longest: 255, example: 'Quo' },
    /** Answered calls that lasted less make no lead; voicemails, texts and messages that Sona took do. Absent: none is too short. */
    leadMinSeconds: { kind: 'number', section: 'who', min: 1, max: 3_600, example: 15 },
    /** How a lead's phone is written: rules of orgs differ. By which number it is found is kept beside it. */
    leadPhoneFormat: { kind: 'choice', section: 'who', options: ['e164', 'national', 'digits'], default: 'e164' },
    /** Whether the org's assignment rules choose the owner of the leads that we make. */
    assignLeads: { kind: 'switch', section: 'who', default: false },
    /** Values for fields of those leads that the org wants filled. */
    leadFields: {
        kind: 'field-defaults',
        section: 'who',
        object: 'Lead',
        default: [],
        example: [{ field: 'Country', value: 'Canada' }]
    },
    opportunities: {
        kind: 'choice',
        section: 'who',
        options: ['never', 'only-open', 'most-recent'],
        default: 'only-open'
    },
    cases: {
        kind: 'choice',
        section: 'who',
        options: ['never', 'only-open', 'most-recent'],
        default: 'never'
    },
    /** E.164 numbers that never make a lead and are never matched. */
    ignoredNumbers: { kind: 'list', section: 'who', format: E164, default: [], example: ['+15145550123'] },
    /** Owns what nobody can be credited with. */
    fallbackOwner: { kind: 'owner', section: 'who', example: 'dispatch@example.com' },
    /** Fallback owners by inbox (`PN…` → user id or email). */
    inboxOwners: { kind: 'inbox-owners', section: 'who', default: {}, example: { PNabc123: 'dispatch@example.com' } },
    /** Owns what nobody was found for, or several people, until it is decided; absent: who else would own it. */
    unmatchedOwner: { kind: 'owner', section: 'who', offersQueues: true, example: '00G000000000001AAA' },
    /** Phone fields beside the standard ones, by object. */
    phoneFields: {
        kind: 'phone-fields',
        section: 'who',
        default: {},
        example: { Contact: ['Direct_Line__c'] }
    },

    /** Quo users paired by hand with Salesforce users (`US…` → user id); everybody else is paired by email. */
    users: { kind: 'user-pairs', section: 'users', default: {}, example: { USabc123: '005000000000001AAA' } },

    /** From a Sona job's question to a field of `Sona_Call__c`; job and question compare without case and punctuation. */
    sonaFields: {
        kind: 'sona-fields',
        section: 'sona-fields',
        default: [],
        example: [{ job: 'Take a message', question: 'Reason', field: 'Reason__c' }]
    },

    /** Salesforce people in Quo's own directory. */
    syncContacts: { kind: 'choice', section: 'quo', options: ['off', 'on-call', 'full'], default: 'on-call' },
    /** The field of Quo's contacts that holds the record's owner; absent: one of the usual names, else the role line. */
    contactOwnerField: { kind: 'text', section: 'quo', longest: 255, example: 'Owner' },
    /** Whom a full run puts into Quo; absent: contacts, leads and person accounts. */
    contactFilter: {
        kind: 'contact-filter',
        section: 'quo',
        example: { objects: ['Lead'], fields: { Industry: ['Energy'] } }
    },

    /** How often the directory asks Salesforce what changed, in seconds. */
    directoryRefreshSeconds: { kind: 'number', section: 'keeping', min: 30, max: 86_400, default: 120 },
    /** Days after a call until its transcript is deleted from Salesforce; absent: it stays. */
    transcriptDays: { kind: 'number', section: 'keeping', min: 1, max: 36_500, example: 365 },
    /** Salesforce API calls a day (rolling 24 h) that we may spend; absent: a tenth of what the org allows. */
    apiBudget: { kind: 'number', section: 'keeping', min: 1, example: 10_000 }
} as const satisfies Catalogue;

/** What is chosen on the same page and kept beside the preferences, because the environment's file does not decide it. */
export const CONNECTION_CHOICES = {
    /** Days that raw deliveries are kept. */
    retentionDays: { kind: 'number', section: 'keeping', min: 1, max: 3_650, default: 30 },
    /** A recording plays for holders of the right to listen; `false`: for whoever has the link. */
    recordingsNeedSignIn: { kind: 'switch', section: 'keeping', default: true },
    /** Days from a call on that its recording plays in place, without a sign-in; 0: never. */
    recordingsInPlaceDays: { kind: 'number', section: 'keeping', min: 0, max: 365, default: 30 }
} as const satisfies Catalogue;
