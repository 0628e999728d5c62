import { postJson } from 'sandbox-play/http.ts';

const PER_REQUEST = 2_000;
const SUMMARY = 'Le client demande une soumission pour son toit plat, avec deux options de membrane.';

function activity(index: number): Record<string, unknown> {
    const startedAt = new Date(Date.now() - index * 30 * 60_000).toISOString().replace(/\.\d{3}Z/, '.000+0000');
    const isText = index % 3 === 2;
    const text = isText
        ? Array.from(
              { length: 6 },
              (_, n) => `10:0${n} ${n % 2 ? '→ Luc' : '← Jean'} : Message ${n} de l’échange ${index}`
          )
        : ['Appel répondu', 'Durée de l’appel : 4 min 0 s', 'Répondu par Luc Bouchard', SUMMARY];
    return {
        attributes: { type: 'Task', referenceId: `task-${index}` },
        Subject: `Ventes - ${index}`,
        Status: 'Completed',
        Priority: 'Normal',
        ActivityDate: startedAt.slice(0, 10),
        WhoId: '@jean',
        Description: text.join('\n'),
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
