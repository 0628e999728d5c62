import type { Person } from '../../src/domain/people/person.ts';
import type { DirectoryChange } from '../../src/contracts/store.ts';
import { OrgUnavailable, type Org, type WriteItem, type WriteResult } from '../../src/contracts/salesforce.ts';

/** An org in memory that remembers every record by object and key, and fails when it is told to. */
export interface FakeOrg extends Org {
    readonly records: Map<string, Record<string, unknown>>;
    readonly writes: (readonly WriteItem[])[];
    readonly removed: string[];
    readonly asked: (readonly string[])[];
    people: readonly Person[];
    /** Thrown by the next write, once. */
    nextFailure: OrgUnavailable | undefined;
    /** The next write is done, and its answer never comes: once. */
    losesNextAnswer: boolean;
    /** What became of records, when it is asked. */
    became: Partial<DirectoryChange>;
    /** Answers instead of writing, for the keys that it knows. */
    refuse: (item: WriteItem) => WriteResult | undefined;
    limit: number | undefined;
    /** Who may not edit which records, by user id. */
    readonly uneditable: Map<string, readonly string[]>;
}

export function fakeOrg(): FakeOrg {
    const ids = new Map<string, string>();
    let calls = 0;
    const org: FakeOrg = {
        records: new Map(),
        writes: [],
        removed: [],
        asked: [],
        people: [],
        nextFailure: undefined,
        losesNextAnswer: false,
        became: {},
        refuse: () => undefined,
        limit: undefined,
        uneditable: new Map(),
        editable: async (userId, asked) => {
            calls += 1;
            return new Set(asked.filter((id) => org.uneditable.get(userId)?.includes(id) !== true));
        },
        write: async (items) => {
            calls += 1;
            const failure = org.nextFailure;
            org.nextFailure = undefined;
            if (failure !== undefined) throw failure;
            org.writes.push(items);
            const results = items.map((item) => org.refuse(item) ?? save(item));
            if (!org.losesNextAnswer) return results;
            org.losesNextAnswer = false;
            throw new OrgUnavailable('retry', { code: 'SF-TIMEOUT' }, true);
        },
        remove: async (_object, removed) => {
            calls += 1;
            org.removed.push(...removed);
        },
        currentValues: async (wanted) => {
            calls += 1;
            const keyFields = { Task: 'Quo_Key__c', Sona_Call__c: 'Quo_Call_Id__c', Sona_Answer__c: 'Quo_Key__c' };
            const byId = new Map(
                [...ids].map(([name, id]) => {
                    const [object = '', key = ''] = name.split('/');
                    const record = org.records.get(name);
                    const keyField = keyFields[object as keyof typeof keyFields];
                    return [id, record && { ...record, [keyField]: key }];
                })
            );
            return new Map(
                wanted.flatMap(({ id, fields, alsoFields = [] }) => {
                    const record = byId.get(id);
                    return record === undefined
                        ? []
                        : [
                              [
                                  id,
                                  Object.fromEntries(
                                      ['LastModifiedById', ...fields, ...alsoFields].map((field) => [
                                          field,
                                          record[field] ?? null
                                      ])
                                  )
                              ] as const
                          ];
                })
            );
        },
        idsOf: async (object, keys) => {
            calls += 1;
            return keys.flatMap((key) => ids.get(`${object}/${key}`) ?? []);
        },
        changes: async () => undefined,
        findByNumbers: async (numbers) => {
            calls += 1;
            org.asked.push(numbers);
            return org.people.filter((person) => person.numbers.some(({ e164 }) => numbers.includes(e164)));
        },
        standing: async () => {
            calls += 1;
            return { people: [], gone: [], related: [], goneRelated: [], highWater: {}, ...org.became };
        },
        touchedTasks: async () => [],
        users: async () => [
            { id: '005000000000001AAA', name: 'Marie Gagnon', email: 'marie@acme.example', isActive: true }
        ],
        vocabulary: async () => ({ closedStatus: 'Completed', priority: 'Normal', statuses: ['Completed'] }),
        allowance: () => (org.limit === undefined ? undefined : { used: 0, limit: org.limit }),
        calls: () => calls
    };
    const save = ({ draft }: WriteItem): WriteResult => {
        const name = `${draft.object}/${draft.key}`;
        const former = draft.formerKey === undefined ? name : `${draft.object}/${draft.formerKey}`;
        const known = ids.get(former);
        const id = known ?? `${draft.object === 'Task' ? '00T' : 'a00'}${String(ids.size + 1).padStart(12, '0')}AAA`;
        ids.set(name, id);
        const earlier = org.records.get(former) ?? {};
        org.records.delete(former);
        org.records.set(name, {
            ...earlier,
            ...(known === undefined ? { ...draft.defaults, ...draft.createOnly } : {}),
            ...draft.fields
        });
        return { ok: true, id, created: known === undefined };
    };
    return org;
}
