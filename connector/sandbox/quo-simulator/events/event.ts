import type { Call, Contact, Message } from '../world/records.ts';

export type Subject =
    | { readonly kind: 'call'; readonly call: Call }
    | { readonly kind: 'message'; readonly message: Message }
    | { readonly kind: 'contact'; readonly contact: Contact };

export type Json = Record<string, unknown>;

/** Something that happened in the workspace and that webhooks tell, each in its own form. */
export interface QuoEvent {
    /** `EV…`: the same for every webhook and every retry. */
    readonly id: string;
    readonly type: string;
    /** When it happened, ISO 8601 with milliseconds. */
    readonly at: string;
    readonly subject: Subject;
    /** Keys that differ from what the subject says: how a scenario shows a quirk. */
    readonly resource?: Json;
    readonly context?: Json;
    readonly data?: Json;
    /** `+00:00` and no fraction instead of milliseconds and `Z`. */
    readonly offsetTimes?: boolean;
}

/** What the forms need to know of the world besides the event. */
export interface Scenery {
    readonly orgId: string;
    readonly contactIds: (numbers: readonly string[]) => readonly string[];
    readonly ownNumbers: ReadonlySet<string>;
    /** The inbox's first user: whom Quo names when an incoming text has no user. */
    readonly inboxOwner: (phoneNumberId: string) => string;
    readonly recordingUrl: (id: string, seconds: number) => string;
    readonly mediaUrl: (name: string, type: string) => string;
}

/** The delivery log's `resourceId`: of a voicemail and of an artefact, the call. */
export function resourceId(event: QuoEvent): string {
    const { subject } = event;
    if (subject.kind === 'call') return subject.call.id;
    return subject.kind === 'message' ? subject.message.id : subject.contact.id;
}

/** The inbox, for `resourceIds`; contacts belong to no inbox and are always delivered. */
export function inboxOf(event: QuoEvent): string | null {
    const { subject } = event;
    if (subject.kind === 'call') return subject.call.phoneNumberId;
    return subject.kind === 'message' ? subject.message.phoneNumberId : null;
}

/** Where Quo's own app shows it. */
export function appLink(
    phoneNumberId: string | null,
    conversationId: string | null,
    activityId: string
): string | null {
    if (phoneNumberId === null || conversationId === null) return null;
    return `https://my.quo.com/inbox/${phoneNumberId}/c/${conversationId}?at=${activityId}`;
}
