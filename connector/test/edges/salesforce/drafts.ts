import type { Draft } from '../../../src/domain/records/draft.ts';
import type { WriteItem } from '../../../src/contracts/salesforce.ts';

export function task(key: string, more: Partial<Draft> & { salesforceId?: string } = {}): WriteItem {
    const { salesforceId, ...draft } = more;
    return {
        salesforceId,
        draft: {
            object: 'Task',
            keyField: 'Quo_Key__c',
            key,
            fields: { Subject: 'Appel entrant' },
            createOnly: { TaskSubtype: 'Call' },
            ...draft
        }
    };
}

export function sonaCall(key: string, salesforceId?: string): WriteItem {
    const fields = { Title__c: 'Rendez-vous' };
    return { salesforceId, draft: { object: 'Sona_Call__c', keyField: 'Quo_Call_Id__c', key, fields } };
}

export function sonaAnswer(key: string, call: string, salesforceId?: string): WriteItem {
    const parents = { Sona_Call__r: { Quo_Call_Id__c: call } };
    const fields = { Question__c: 'Quand?' };
    return {
        salesforceId,
        draft: { object: 'Sona_Answer__c', keyField: 'Quo_Answer_Key__c', key, fields, parents }
    };
}

export function transcript(key: string, fields: Draft['fields'] = {}, salesforceId?: string): WriteItem {
    const said = { Lines__c: '[]', Reading_Copy__c: 'Bonjour', ...fields };
    return { salesforceId, draft: { object: 'Quo_Transcript__c', keyField: 'Transcript_Key__c', key, fields: said } };
}

export function lead(number: string): WriteItem {
    const fields = { LastName: '+1 514-555-0123', Company: 'Inconnu', Phone: number };
    return { draft: { object: 'Lead', keyField: 'Quo_Phone__c', key: number, fields } };
}
