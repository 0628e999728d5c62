import type { ConnectionReport } from '../contracts/salesforce.ts';
import { CONNECTION } from '../domain/records/names.ts';
import type { NameInOrg } from './namespace.ts';
import type { WriteAlong } from './rest/composite.ts';

/** An upsert by key, so that one connector has one record whatever was answered before. */
export function reportAlong(root: string, { key, fields, onAnswer }: ConnectionReport, name: NameInOrg): WriteAlong {
    const path = [name('Quo_Connection__c'), name(CONNECTION.key), encodeURIComponent(key)].join('/');
    const body = Object.fromEntries(Object.entries(fields).map(([field, value]) => [name(field), value]));
    return {
        request: { method: 'PATCH', url: `${root}/sobjects/${path}`, body },
        onAnswer: ({ status }) => onAnswer(status >= 200 && status < 300)
    };
}
