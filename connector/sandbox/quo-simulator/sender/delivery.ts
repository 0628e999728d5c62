/** One event on its way to one webhook. It is pending, then sending, then success; failed after eight attempts. */
export interface Delivery {
    /** `msg_…`: the `webhook-id` header, the same for every attempt. */
    readonly id: string;
    readonly webhookId: string;
    /** `null` for test events. */
    readonly eventId: string | null;
    readonly resourceId: string | null;
    readonly eventType: string;
    readonly body: Buffer;
    readonly createdAt: string;
    status: 'success' | 'pending' | 'sending' | 'failed';
    nextAttemptAt: string | null;
    readonly attempts: Attempt[];
    /** The play that it belongs to, if any. */
    readonly play: string | null;
}

export interface Attempt {
    /** `atmpt_…` */
    readonly id: string;
    readonly timestamp: string;
    readonly status: 'success' | 'failed';
    /** 0: no response. */
    readonly responseStatusCode: number;
    readonly responseBody: string;
    readonly responseDurationMs: number;
    readonly triggerType: 'scheduled' | 'manual';
    readonly url: string;
    /** How this attempt was spoiled on request; not shown by the API. */
    readonly spoiled: Spoil | null;
}

/** `signature`: a wrong one. `body`: a byte changed after signing. `stale`: signed an hour ago. `unsigned`: no header. */
export type Spoil = 'signature' | 'body' | 'stale' | 'unsigned';

export const SPOILS: readonly Spoil[] = ['signature', 'body', 'stale', 'unsigned'];
