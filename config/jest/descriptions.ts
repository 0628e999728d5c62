import { recordingLine, stepLine, summaryLine } from '../../force-app/main/default/lwc/quoTaskDescription/calls';
import { sentenceLine } from '../../force-app/main/default/lwc/quoTaskDescription/lines';
import {
    messageLines,
    partLine,
    type Part,
    type WrittenMessage
} from '../../force-app/main/default/lwc/quoTaskDescription/messages';

/** Descriptions as the connector writes them, for tests. */

const JEAN: WrittenMessage = {
    at: '2026-11-22T15:00:00Z',
    offset: '-05:00',
    direction: 'incoming',
    author: 'Jean',
    text: '',
    attachments: []
};
export const fromJean = (text: string, more: Partial<WrittenMessage> = {}): WrittenMessage => ({
    ...JEAN,
    text,
    ...more
});
export const fromLuc = (text: string, more: Partial<WrittenMessage> = {}): WrittenMessage =>
    fromJean(text, { author: 'Luc', direction: 'outgoing', at: '2026-11-22T15:01:00Z', ...more });

export function conversation(messages: readonly WrittenMessage[], part: Part = { number: 1, of: 1 }): string {
    const lines = messages.flatMap((message) => messageLines(message, { colon: ':' }));
    return [partLine('Text messages', part), ...lines].join('\n');
}

export function callText(told: {
    readonly head?: readonly string[];
    readonly summary?: readonly string[];
    readonly steps?: readonly string[];
    readonly recordings?: readonly string[];
}): string {
    const { head = ['Call answered'], summary = [], steps = [], recordings = [] } = told;
    return [
        ...head.map((sentence) => sentenceLine(sentence)),
        ...summary.map(summaryLine),
        ...(steps.length > 0 ? [sentenceLine('Next steps:'), ...steps.map(stepLine)] : []),
        ...recordings.map((url, index) => recordingLine(`Recording ${index + 1}: ${url}`))
    ].join('\n');
}
