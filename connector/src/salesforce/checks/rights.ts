import type { ErrorNote } from '../../errors/errors.ts';
import type { DescribedObject } from '../directory/fields.ts';
import { isOurs, type NameInOrg } from '../namespace.ts';
import { failed, ok, warning, type Check } from './check.ts';
import type { ObjectNeed } from './needs.ts';
import type { PackageSight } from './package-sight.ts';

/** Compares what is needed on one object with what describe shows: nothing is tried. */
export function checkRights(
    need: ObjectNeed,
    described: DescribedObject | undefined,
    name: NameInOrg,
    sight: PackageSight
): readonly Check[] {
    const object = name(need.object);
    const id = `object ${object}`;
    if (described === undefined)
        return [failed(id, need.packaged === true ? objectGone(sight) : 'SF-OBJECT-MISSING', object)];
    const checks = [...objectChecks(need, described, id, object), ...fieldChecks(need, described, name, sight)];
    return checks.length > 0 ? checks : [ok(id, `${need.write.length + need.read.length} fields`)];
}

function objectChecks(need: ObjectNeed, described: DescribedObject, id: string, object: string): readonly Check[] {
    const missing = [
        need.create === true && !described.createable ? 'create' : undefined,
        need.update === true && !described.updateable ? 'edit' : undefined
    ].filter((right) => right !== undefined);
    return [
        ...(missing.length === 0 ? [] : [failed(id, 'SF-OBJECT-RIGHT', `${object}: ${missing.join(', ')}`)]),
        ...(need.remove === true && !described.deletable ? [warning(id, 'SF-OBJECT-RIGHT', `${object}: delete`)] : [])
    ];
}

/** Describe leaves out what field-level security hides: a standard field is always there, and wants a grant. */
function missingCode(field: string): ErrorNote['code'] {
    return field.endsWith('__c') ? 'SF-FIELD-MISSING' : 'SF-STANDARD-FIELD';
}

/** Whether describe shows everything that the package brings for this need. */
export function showsOurs(need: ObjectNeed, described: DescribedObject | undefined, name: NameInOrg): boolean {
    if (described === undefined) return need.packaged !== true;
    const wanted = [...need.write, ...(need.createOnly ?? [])].filter(isOurs);
    return wanted.every((field) => described.fields.has(name(field)));
}

/** Whoever holds the package's permission set sees all that the installed version has. */
function objectGone({ installed, assigned }: PackageSight): ErrorNote['code'] {
    if (assigned === true) return 'SF-PACKAGE-OLD';
    return installed === true ? 'SF-PACKAGE-HIDDEN' : 'SF-PACKAGE-MISSING';
}

function fieldChecks(
    need: ObjectNeed,
    { fields }: DescribedObject,
    name: NameInOrg,
    { installed, assigned }: PackageSight
): readonly Check[] {
    const object = name(need.object);
    const idOf = (field: string): string => `field ${object}.${name(field)}`;
    const labelOf = (field: string): string => `${object}.${name(field)}`;
    const fieldGone =
        assigned === true ? 'SF-PACKAGE-OLD' : installed === false ? 'SF-PACKAGE-MISSING' : 'SF-FIELD-HIDDEN';
    const written = [...need.write, ...(need.createOnly ?? [])].flatMap((field): readonly Check[] => {
        const found = fields.get(name(field));
        if (found === undefined)
            return [failed(idOf(field), isOurs(field) ? fieldGone : missingCode(field), labelOf(field))];
        const isUpdated = need.update === true && need.createOnly?.includes(field) !== true;
        const canWrite = found.createable && (!isUpdated || found.updateable);
        return canWrite ? [] : [failed(idOf(field), 'SF-FIELD-RIGHT', labelOf(field))];
    });
    const read = need.read.flatMap((field) =>
        fields.has(name(field)) ? [] : [warning(idOf(field), 'SF-FIELD-UNREAD', labelOf(field))]
    );
    const key = need.key === undefined ? undefined : fields.get(name(need.key));
    const isKey = key === undefined || (key.externalId && key.unique);
    return [
        ...written,
        ...read,
        ...(isKey ? [] : [failed(idOf(need.key ?? ''), 'SF-KEY-NOT-UNIQUE', labelOf(need.key ?? ''))])
    ];
}
