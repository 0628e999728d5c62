import type { Call } from '../calls/call.ts';
import type { RenderContext } from './context.ts';
import { long } from './fields.ts';
import { speakerName } from './transcript/spoken-line.ts';

/** What was said, one turn a line; `null` while there is nothing, or when the admin does not want it. */
export function sonaTranscript(call: Call, context: RenderContext): string | null {
    const dialogue = call.transcript?.dialogue;
    if (!context.preferences.transcripts || dialogue === undefined) return null;
    const { wording } = context;
    const turns = dialogue.map((line) => {
        const name = speakerName(line, call, context) ?? line.userId ?? wording.unknownPerson;
        return wording.said(name, line.content);
    });
    return long('Sona_Call__c.Transcript__c', turns.join('\n'));
}
