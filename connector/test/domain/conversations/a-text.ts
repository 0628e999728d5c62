import type { MessageFact } from '../../../src/domain/facts.ts';

/** An incoming text at a time of the day, from Jane to the inbox. */
export function text(
    messageId: string,
    time: string,
    { day = '2026-11-20', ...changes }: Partial<MessageFact> & { readonly day?: string } = {}
): MessageFact {
    const createdAt = `${day}T${time}:00.000Z`;
    return {
        kind: 'message',
        conversation: 'CN1',
        messageId,
        at: createdAt,
        createdAt,
        direction: 'incoming',
        from: '+14155550100',
        to: ['+13105550199'],
        phoneNumberId: 'PN1',
        ...changes
    };
}
