import { postJson } from 'sandbox-play/http.ts';
import { recordingLine, summaryLine } from '../../../connector/src/domain/records/description/grammar/calls.ts';
import { sentenceLine } from '../../../connector/src/domain/records/description/grammar/lines.ts';
import { messageLines, partLine } from '../../../connector/src/domain/records/description/grammar/messages.ts';

const PER_REQUEST = 2_000;
const SUMMARY = 'Le client demande une soumission pour son toit plat, avec deux options de membrane.';

const HEAD = ['Appel répondu', 'Durée de l’appel : 4 min', 'Répondu par Luc Bouchard'];
const MESSAGES = 6;
const MINUTE = 60_000;

/** As the connector writes it, so that the page reads it as it does a customer's. */
function conversationText(startedAt: number, index: number): string {
    const messages = Array.from({ length: MESSAGES }, (_, n) =>
        messageLines(
            {
                at: new Date(startedAt + n * MINUTE).toISOString().replace(/\.\d{3}Z/, 'Z'),
                offset: '-05:00',
                direction: n % 2 ? 'outgoing' : 'incoming',
                author: n % 2 ? 'Luc Bouchard' : 'Jean Tremblay',
                text: `Message ${n} de l’échange ${index}`,
                attachments: []
            },
            { colon: '\u00A0:' }
        )
    );
    return [partLine('Messages texte', { number: 1, of: 1 }), ...messages.flat()].join('\n');
}

function callText(recordingUrl: string): string {
    return [
        ...HEAD.map((sentence) => sentenceLine(sentence)),
        summaryLine(SUMMARY),
        recordingLine(`Enregistrement : ${recordingUrl}`)
    ].join('\n');
}

function activity(index: number): Record<string, unknown> {
    const started = Date.now() - index * 30 * MINUTE;
    const startedAt = new Date(started).toISOString().replace(/\.\d{3}Z/, '.000+0000');
    const isText = index % 3 === 2;
    const recordingUrl = `https://connector.example.com/recordings/AC${index}/1`;
    return {
        attributes: { type: 'Task', referenceId: `task-${index}` },
        Subject: `Ventes - ${index}`,
        Status: 'Completed',
        Priority: 'Normal',
        ActivityDate: startedAt.slice(0, 10),
        WhoId: '@jean',
        Description: isText ? conversationText(started, index) : callText(recordingUrl),
        Quo_Recording_URL__c: isText ? null : recordingUrl,
        Quo_Handled_By__c: isText ? null : 'Luc Bouchard',
        CallType: isText ? null : 'Inbound',
        CallDurationInSeconds: isText ? null : 240,
        Quo_Key__c: `call_AC${index}`,
        Quo_Kind__c: isText ? 'Messages' : 'Call',
        Quo_Outcome__c: isText ? null : index % 5 === 0 ? 'missed' : 'answered',
        Quo_Started_At__c: startedAt,
        Quo_Inbox__c: index % 2 ? 'Ventes' : 'Service',
        Quo_External_Number__c: '+15145550201',
        Quo_Match__c: 'matched'
    };
}

/** Gives the org one contact with so many activities. @returns the contact's id */
export async function seedContact(orgUrl: string, activities: number): Promise<string> {
    const contact = { attributes: { type: 'Contact', referenceId: 'jean' }, FirstName: 'Jean', LastName: 'Tremblay' };
    const first = await postJson<Record<string, string>>(`${orgUrl}/_control/seed`, { records: [contact] });
    const id = first['jean'];
    if (id === undefined) throw new Error(`The org did not say the contact's id: ${JSON.stringify(first)}`);
    for (let from = 0; from < activities; from += PER_REQUEST) {
        const count = Math.min(PER_REQUEST, activities - from);
        const records = Array.from({ length: count }, (_, index) => ({ ...activity(from + index), WhoId: id }));
        await postJson(`${orgUrl}/_control/seed`, { records });
    }
    return id;
}
