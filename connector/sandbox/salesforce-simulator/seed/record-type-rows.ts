import type { OrgState } from '../org-state.ts';

/** Puts the record types of the schema into their table, those that are there already aside. */
export function addRecordTypeRows(state: OrgState, userId: string): void {
    const definition = state.schema.object('RecordType');
    if (!definition) throw new Error('The org has no object RecordType.');
    const table = state.tables.of(definition);
    const at = state.now();
    for (const object of state.schema.objects) {
        for (const { id, developerName, label, active } of object.recordTypes) {
            if (table.get(id)) continue;
            table.insert({
                Id: id,
                Name: label,
                DeveloperName: developerName,
                SobjectType: object.name,
                IsActive: active,
                CreatedDate: at,
                CreatedById: userId,
                LastModifiedDate: at,
                LastModifiedById: userId,
                SystemModstamp: at
            });
        }
    }
}
