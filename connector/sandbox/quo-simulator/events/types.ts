/** Every event that a 2026-03-30 webhook may subscribe to. */
export const DATED_EVENT_TYPES = [
    'message.received',
    'message.delivered',
    'message.failed',
    'message.undelivered',
    'call.ringing',
    'call.answered',
    'call.completed',
    'call.missed',
    'call.forwarded',
    'call.menu.selected',
    'call.recording.completed',
    'call.transcript.completed',
    'call.summary.completed',
    'call.voicemail.completed',
    'contact.updated',
    'contact.deleted',
    'task.created',
    'task.updated',
    'task.deleted',
    'task.completed',
    'task.reopened',
    'task.assigned',
    'task.unassigned',
    'task.overdue',
    'task.linked',
    'task.unlinked',
    'task.duedate.updated',
    'task.duedate.removed',
    'integration.created',
    'integration.updated',
    'integration.deleted'
] as const;

/** What each of the four v1 endpoints takes. */
export const V1_EVENT_TYPES = {
    messages: ['message.received', 'message.delivered'],
    calls: ['call.completed', 'call.ringing', 'call.recording.completed'],
    'call-summaries': ['call.summary.completed'],
    'call-transcripts': ['call.transcript.completed']
} as const;
