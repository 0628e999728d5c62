import type { Call } from '../calls/call.ts';
import type { RenderContext } from './context.ts';
import { long } from './fields.ts';
import { outsideNumbers } from './call-task.ts';

/** What was said, one turn a line; `null` while there is nothing, or when the admin does not want it. */
export function sonaTranscript(call: Call, context: RenderContext): string | null {
    const dialogue = call.transcript?.dialogue;
    if (!context.preferences.transcripts || dialogue === undefined) return null;
    const { wording } = context;
    const turns = dialogue.map(({ userId, identifier, content }) => {
        const name = userId === undefined ? callerName(call, identifier, context) : context.userName(userId);
        return wording.said(name ?? userId ?? wording.unknownPerson, content);
    });
    return long('Sona_Call__c.Transcript__c', turns.join('\n'));
}

function callerName(call: Call, identifier: string | undefined, context: RenderContext): string | undefined {
    const number = identifier ?? outsideNumbers(call, context)[0];
    if (number === undefined) return context.match.whoName;
    return context.personName(number) ?? context.match.whoName ?? context.formatNumber(number);
}
